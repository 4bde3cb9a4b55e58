package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.testkit.WebClient.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Forms that bring files, and what is given out at their addresses.
@ExtendWith(NoErrorsLogged.class)
class DownloadsTest {
  private static final int MEGABYTE = 1024 * 1024;
  private static final String ANNA = "token:anna@example.com";

  private static ParleyServer server;
  private static WebClient web;

  @BeforeAll
  static void start() {
    server = ParleyServer.start();
    web = server.web();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static byte[] image(String format, int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String urlOf(Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body().path("url").asText();
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void shouldTellTheTypeByTheContent() throws IOException {
    String url =
        urlOf(web.upload(ANNA, "photo.png", text("<html><script>alert(1)</script></html>")));
    HttpResponse<byte[]> page = web.bytes("GET", url);

    assertThat(header(page, "content-type")).isEqualTo("text/html");
    assertThat(header(page, "content-disposition")).startsWith("attachment;");

    String picture = urlOf(web.upload(ANNA, "script.js", image("png", 3, 2)));
    assertThat(header(web.bytes("GET", picture), "content-type")).isEqualTo("image/png");
  }

  @ParameterizedTest
  @CsvSource({
    "page.html, <html><body>a</body></html>",
    "page.xhtml, '<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>'",
    "logo.svg, <svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
    "feed.xml, <?xml version=\"1.0\"?><a/>",
    "program.js, alert(1)",
    "unknown.bin, \u0001a\u0002\u0000b\u0003c"
  })
  void shouldGiveOutWhatCouldRunOnlyForDownloading(String name, String content) {
    HttpResponse<byte[]> response = web.bytes("GET", urlOf(web.upload(ANNA, name, text(content))));

    assertThat(header(response, "content-disposition"))
        .isEqualTo("attachment; filename*=UTF-8''" + name);
    assertThat(header(response, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(response, "content-security-policy")).contains("sandbox");
  }

  @Test
  void shouldServePartsAndHeadsAndWhatBrowsersHaveAlready() {
    String url = urlOf(web.upload(ANNA, "notes.txt", text("0123456789")));

    HttpResponse<byte[]> whole = web.bytes("GET", url);
    assertThat(header(whole, "content-disposition"))
        .isEqualTo("inline; filename*=UTF-8''notes.txt");
    assertThat(header(whole, "content-length")).isEqualTo("10");
    String tag = header(whole, "etag");
    assertThat(tag).isNotEmpty();
    assertThat(web.bytes("GET", url, "If-None-Match", tag).statusCode()).isEqualTo(304);

    HttpResponse<byte[]> part = web.bytes("GET", url, "Range", "bytes=2-4");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).asString().isEqualTo("234");
    assertThat(header(part, "content-range")).isEqualTo("bytes 2-4/10");
    assertThat(web.bytes("GET", url, "Range", "bytes=-3").body()).asString().isEqualTo("789");
    assertThat(web.bytes("GET", url, "Range", "bytes=8-").body()).asString().isEqualTo("89");
    assertThat(web.bytes("GET", url, "Range", "bytes=10-").statusCode()).isEqualTo(416);
    assertThat(web.bytes("GET", url, "Range", "bytes=0-1", "If-Range", "\"old\"").statusCode())
        .isEqualTo(200);

    HttpResponse<byte[]> head = web.bytes("HEAD", url);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "content-length")).isEqualTo("10");
    assertThat(header(head, "etag")).isEqualTo(tag);
    assertThat(web.bytes("DELETE", url).statusCode()).isEqualTo(405);
  }

  @Test
  void shouldTakeTenMegabytesAndNoMore() {
    var whole = new byte[10 * MEGABYTE];
    String url = urlOf(web.upload(ANNA, "zeros", whole));

    assertThat(web.bytes("GET", url).body()).hasSize(whole.length);
    for (int extra : new int[] {1, MEGABYTE}) {
      Answer refused = web.upload(ANNA, "zeros", Arrays.copyOf(whole, whole.length + extra));
      assertThat(refused.status()).isEqualTo(413);
      assertThat(refused.errorType()).isEqualTo("entity_too_large");
      assertThat(refused.body().at("/error/message").asText())
          .isEqualTo("Upload limit exceeded (10MB).");
    }
  }

  @Test
  void shouldRefuseWhatIsNoForm() {
    assertThat(web.agent(ANNA, "upload_file", "{}").errorType()).isEqualTo("validation");
    Answer otherField =
        web.postForm("/v3.1/agent/action/upload_file", ANNA, "picture", "a.txt", text("a"));
    assertThat(otherField.status()).isEqualTo(400);
    assertThat(otherField.errorType()).isEqualTo("validation");
    assertThat(otherField.body().at("/error/message").asText()).contains("`file`");
    assertThat(web.upload(ANNA, "empty.txt", new byte[0]).errorType()).isEqualTo("validation");
  }

  @Test
  void shouldAskForATokenBeforeAnythingElse() {
    Answer stranger = web.upload("nobody", "stranger.txt", new byte[9 * MEGABYTE]);

    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.errorType()).isEqualTo("authentication");
    assertThat(server.rows("select name from file where name = 'stranger.txt'")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "C:\\\\temp\\\\passwd", "/passwd", "...passwd"})
  void shouldGiveFilesNamesThatLeadNowhereElse(String name) {
    assertThat(urlOf(web.upload(ANNA, name, text("x")))).endsWith("/passwd");
  }

  @Test
  void shouldKeepNamesOfAnyLanguage() {
    String url = urlOf(web.upload(ANNA, "Grüße 你好.txt", text("x")));

    assertThat(url).endsWith("/Gr%C3%BC%C3%9Fe%20%E4%BD%A0%E5%A5%BD.txt");
    assertThat(header(web.bytes("GET", url), "content-disposition"))
        .isEqualTo("inline; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%E4%BD%A0%E5%A5%BD.txt");
  }

  @Test
  void shouldAskForTheBodyOfAClientThatWaitsToBeAsked() {
    Answer answer = web.uploadWhenAsked(ANNA, "large", new byte[MEGABYTE]);

    assertThat(web.bytes("GET", urlOf(answer)).body()).hasSize(MEGABYTE);
  }
}
