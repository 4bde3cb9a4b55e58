package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.testkit.WebClient.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Uploaded files over the wire: from the form to the event, to those who read them, to their end.
@ExtendWith(NoErrorsLogged.class)
class FilesTest {
  private static final int MEGABYTE = 1024 * 1024;
  private static final String ANNA = "token:anna@example.com";
  private static final String PICTURE_AND_TEXT =
      """
      {"chat": {"thread": {"events": [
        {"type": "message", "text": "Look", "recipients": "all"},
        {"type": "file", "url": "%s", "recipients": "all"}]}}}
      """;

  private final ParleyServer server =
      ParleyServer.start(TestLicense.usual(), TestLicense.license(200).agent("zoe@example.com"));
  private final WebClient web = server.web();

  @AfterEach
  void stop() {
    server.close();
  }

  private static byte[] image(String format, int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      image.setRGB(x, x % height, 0xFF00FF);
    }
    var bytes = new ByteArrayOutputStream();
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

  private static String file(TestChat chat, String url) {
    return "{\"chat_id\": \"%s\", \"event\": {\"type\": \"file\", \"url\": \"%s\", \"recipients\": \"all\"}}"
        .formatted(chat.id(), url);
  }

  private static JsonNode seenFile(TestUser user, TestChat chat) {
    return user.connection()
        .push(
            "incoming_event",
            payload ->
                chat.id().equals(payload.path("chat_id").asText())
                    && payload.at("/event/type").asText().equals("file"))
        .at("/payload/event");
  }

  private int statusOf(String url) {
    return web.bytes("GET", url).statusCode();
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void shouldShowAPictureThatACustomerSends() throws IOException {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    byte[] picture = image("jpg", 1200, 800);

    String url = urlOf(web.upload(carl.access(), "my cat.jpeg", picture));
    carl.does("send_event", file(chat, url));

    assertThat(url)
        .startsWith(server.address() + "/api/file/lc/att/100/")
        .endsWith("/my%20cat.jpeg");
    for (TestUser user : new TestUser[] {anna, carl}) {
      JsonNode event = seenFile(user, chat);
      assertThat(event.path("name").asText()).isEqualTo("my cat.jpeg");
      assertThat(event.path("url").asText()).isEqualTo(url);
      assertThat(event.path("content_type").asText()).isEqualTo("image/jpeg");
      assertThat(event.path("size").asInt()).isEqualTo(picture.length);
      assertThat(event.path("width").asInt()).isEqualTo(1200);
      assertThat(event.path("height").asInt()).isEqualTo(800);
      assertThat(shown(event.path("thumbnail_url").asText())).isEqualTo("300x200");
      assertThat(shown(event.path("thumbnail2x_url").asText())).isEqualTo("600x400");
    }
    assertThat(web.bytes("GET", url).body()).isEqualTo(picture);
  }

  private String shown(String url) throws IOException {
    HttpResponse<byte[]> response = web.bytes("GET", url);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "content-type")).isEqualTo("image/jpeg");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(response.body()));
    return image.getWidth() + "x" + image.getHeight();
  }

  @Test
  void shouldShowAFileThatAnAgentSends() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello");

    String url = urlOf(web.upload(ANNA, "notes.txt", text("Grüße")));
    Answer sent = web.agent(ANNA, "send_event", file(chat, url));

    assertThat(sent.status()).as("%s", sent.body()).isEqualTo(200);
    JsonNode event = seenFile(carl, chat);
    assertThat(event.path("content_type").asText()).isEqualTo("text/plain");
    assertThat(event.has("width") || event.has("thumbnail_url")).isFalse();
    assertThat(seenFile(anna, chat)).isNotNull();
    assertThat(
            anna.does(
                    "get_chat_threads",
                    "{\"chat_id\": \"%s\", \"thread_ids\": [\"%s\"]}"
                        .formatted(chat.id(), chat.threadId()))
                .findValuesAsText("url"))
        .contains(url);
  }

  @Test
  void shouldRefuseAddressesOfFilesThatAreNotTheLicenses() {
    server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    String foreign = urlOf(web.upload("token:zoe@example.com", "a.txt", text("a")));
    String own = urlOf(web.upload(ANNA, "a.txt", text("a")));

    assertThat(foreign).contains("/att/200/");
    for (String url :
        new String[] {
          foreign,
          foreign.replace("/200/", "/100/"),
          own.replaceFirst("/100/[0-9a-f]+/", "/100/00000000000000000000000000000000/"),
          "https://example.com/cat.png"
        }) {
      assertThat(carl.fails("send_event", file(chat, url))).isEqualTo("validation");
      assertThat(
              web.agent(ANNA, "send_event", file(chat, url)).body().at("/error/message").asText())
          .contains("url`");
      assertThat(server.customer().fails("start_chat", PICTURE_AND_TEXT.formatted(url)))
          .isEqualTo("validation");
    }
    assertThat(statusOf(own.replace("/100/", "/200/"))).isEqualTo(404);
    assertThat(statusOf(own + "x")).isEqualTo(404);
  }

  @Test
  void shouldSayTheServersOwnAddressWhateverHostTheEventNames() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    String url = urlOf(web.upload(carl.access(), "a.txt", text("a")));

    carl.does("send_event", file(chat, "https://evil.example" + URI.create(url).getRawPath()));

    assertThat(seenFile(anna, chat).path("url").asText()).isEqualTo(url);
  }

  @Test
  void shouldForgetAFileThatNoEventUses() {
    server.agent("anna@example.com");
    var carl = server.customer();
    String unused = urlOf(web.upload(carl.access(), "unused.txt", text("a")));
    String initial = urlOf(web.upload(carl.access(), "initial.txt", text("b")));
    String later = urlOf(web.upload(carl.access(), "later.txt", text("c")));
    JsonNode started = carl.does("start_chat", PICTURE_AND_TEXT.formatted(initial));
    var chat = new TestChat(started.path("chat_id").asText(), started.path("thread_id").asText());
    carl.does("send_event", file(chat, later));

    server.passTime(Duration.ofHours(24).minusMinutes(1));
    assertThat(statusOf(unused)).isEqualTo(200);
    server.passTime(Duration.ofMinutes(2));
    assertThat(statusOf(unused)).isEqualTo(404);
    assertThat(server.customer().fails("start_chat", PICTURE_AND_TEXT.formatted(unused)))
        .isEqualTo("validation");

    server.restartAfter(Duration.ofHours(1));
    String port = ":" + server.address().getPort();
    Awaitility.await()
        .until(() -> server.rows("select name from file where expires_at is not null").isEmpty());
    assertThat(server.rows("select name from file order by name"))
        .containsExactly("initial.txt", "later.txt");
    assertThat(statusOf(initial.replaceFirst(":\\d+", port))).isEqualTo(200);
    assertThat(statusOf(later.replaceFirst(":\\d+", port))).isEqualTo(200);
  }

  @Test
  void shouldRefuseCustomersWhoUploadWithoutEnd() {
    var carl = server.customer();
    var large = new byte[10 * MEGABYTE];
    for (int i = 0; i < 20; i++) {
      urlOf(web.upload(carl.access(), "large", large));
    }

    assertThat(web.upload(carl.access(), "a.txt", text("a")).errorType())
        .isEqualTo("limit_reached");
    assertThat(urlOf(web.upload(server.customer().access(), "a.txt", text("a")))).isNotEmpty();
  }
}
