package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How the pages are served.
class SiteTest {
  private static final int WIDGET_SCRIPT_LIMIT = 5 * 1024;
  private static final int WIDGET_LIMIT = 60 * 1024;
  private static final Pattern LOADED = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
  private static final Pattern IMPORTED = Pattern.compile("(?:from|import)\\s*['\"]([^'\"]+)['\"]");

  private static final HttpClient client = HttpClient.newHttpClient();
  private static ParleyServer server;

  @BeforeAll
  static void start() {
    server =
        ParleyServer.start(
            TestLicense.usual(),
            TestLicense.license(101).part("allowed_origins", "[ \"https://shop.example\" ]"));
  }

  @AfterAll
  static void stop() {
    server.close();
    client.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/agent/", "/demo/", "/demo/shop/", "/demo/guide/", "/demo/webhooks/"})
  void shouldLetNobodyFrameAPage(String path) {
    HttpResponse<byte[]> page = get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(page, "Permissions-Policy")).contains("camera=()", "microphone=()");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
    assertThat(new String(page.body(), StandardCharsets.UTF_8))
        .doesNotContain("<style", " style=", " onclick=")
        .doesNotContainPattern("<script(?![^>]* src=)");
  }

  @Test
  void shouldLetEverybodyFrameTheWidget() {
    HttpResponse<byte[]> page = get("/widget/?license=100");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'")
        .doesNotContain("frame-ancestors", "unsafe");
    assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
  }

  @Test
  void shouldLetOnlyTheWebsitesOfALicenseFrameItsWidget() {
    assertThat(header(get("/widget/?license=101"), "Content-Security-Policy"))
        .endsWith("frame-ancestors 'self' https://shop.example");
  }

  @Test
  void shouldHaveBrowsersAskForPagesAgainAndKeepWhatTheyLoad() {
    HttpResponse<byte[]> page = get("/agent/");
    String asset = firstAsset(page);

    assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
    assertThat(get("/agent/", "If-None-Match", header(page, "ETag")).statusCode()).isEqualTo(304);
    assertThat(header(get(asset), "Cache-Control")).contains("immutable");
    assertThat(get(asset.replaceFirst("/assets/[^/]+/", "/assets/another/")).statusCode())
        .isEqualTo(404);
    assertThat(get(asset.replaceFirst("[^/]+$", "..%2f..%2fnothing")).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldSendTheBrowserToTheAddressOfThePage() {
    HttpResponse<byte[]> answer = get("/widget?license=100");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "Location")).isEqualTo("/widget/?license=100");
  }

  @Test
  void shouldKeepTheWidgetSmall() throws IOException {
    int script = compressed("/widget.js").length;
    int all = compressed("/widget/").length;
    var seen = new HashSet<String>();
    var page = LOADED.matcher(text(compressed("/widget/")));
    while (page.find()) {
      all += size(page.group(1), seen);
    }

    assertThat(script).isLessThanOrEqualTo(WIDGET_SCRIPT_LIMIT);
    assertThat(script + all).isLessThanOrEqualTo(WIDGET_LIMIT);
    assertThat(seen).hasSizeGreaterThan(10);
  }

  /// The size of a file and of all modules that it imports.
  private static int size(String path, Set<String> seen) throws IOException {
    if (!seen.add(path)) {
      return 0;
    }
    byte[] content = compressed(path);
    int size = content.length;
    if (path.endsWith(".js")) {
      var imported = IMPORTED.matcher(text(content));
      while (imported.find()) {
        size += size(URI.create(path).resolve(imported.group(1)).toString(), seen);
      }
    }
    return size;
  }

  @Test
  void shouldTellTheBrowserAtOnceOfEveryModuleOfTheWidget() throws IOException {
    String page = text(compressed("/widget/"));
    var reached = new HashSet<String>();
    var told = new HashSet<String>();
    var loaded = LOADED.matcher(page);
    while (loaded.find()) {
      told.add(loaded.group(1));
      size(loaded.group(1), reached);
    }

    assertThat(told).isEqualTo(reached);
  }

  @Test
  void shouldCompressForThoseWhoTakeIt() {
    HttpResponse<byte[]> plain = get("/widget.js");
    HttpResponse<byte[]> compressed = get("/widget.js", "Accept-Encoding", "br, gzip;q=0.8");

    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(header(plain, "Vary")).containsIgnoringCase("accept-encoding");
    assertThat(header(plain, "ETag")).isNotEqualTo(header(compressed, "ETag"));
    assertThat(compressed.body().length).isLessThan(plain.body().length / 2);
    assertThat(get("/widget.js", "Accept-Encoding", "gzip;q=0").body()).isEqualTo(plain.body());
  }

  @Test
  void shouldKeepPicturesInMessagesAtTheirAddress() {
    HttpResponse<byte[]> picture = get("/demo/pictures/parcel.svg");

    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(header(picture, "Content-Type")).isEqualTo("image/svg+xml");
    assertThat(get("/demo/pictures/..%2findex.html").statusCode()).isEqualTo(404);
  }

  private static byte[] compressed(String path) {
    HttpResponse<byte[]> answer = get(path, "Accept-Encoding", "gzip");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
    return answer.body();
  }

  private static String text(byte[] compressed) throws IOException {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String firstAsset(HttpResponse<byte[]> page) {
    var found = LOADED.matcher(new String(page.body(), StandardCharsets.UTF_8));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static HttpResponse<byte[]> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(server.address().resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
