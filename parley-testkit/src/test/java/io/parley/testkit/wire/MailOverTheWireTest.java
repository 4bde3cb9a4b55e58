package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.parley.server.config.ServerConfig;
import io.parley.server.config.ServerConfig.MailSettings;
import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestLicense;
import io.parley.testkit.WebClient;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Letters to agents, taken by a mail server, and the pages that their links lead to.
@ExtendWith(NoErrorsLogged.class)
class MailOverTheWireTest {
  private static final String ANNA = "anna@example.com";
  private static final String BEN = "ben@example.com";
  private static final String TOKEN = "token:" + ANNA;
  private static final String PUBLIC = "https://chat.acme.example";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern LINK =
      Pattern.compile(Pattern.quote(PUBLIC) + "(/accounts/password\\?token=\\S+)");

  private final GreenMail mails =
      new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
  private final HttpClient client = HttpClient.newHttpClient();
  private ParleyServer server;

  @BeforeEach
  void start() {
    mails.start();
    server =
        ParleyServer.start(
            ServerConfig.DEFAULTS.withMail(
                new MailSettings(
                    "127.0.0.1",
                    mails.getSmtp().getPort(),
                    "none",
                    null,
                    null,
                    "Acme <chat@acme.example>",
                    PUBLIC + "/")),
            TestLicense.license(100).owner(ANNA).agent(BEN));
  }

  @AfterEach
  void stop() {
    server.close();
    mails.stop();
    client.close();
  }

  private WebClient.Answer configure(String token, String action, String payload) {
    return server.web().post("/v3.2/configuration/action/" + action, "Bearer " + token, payload);
  }

  private void creates(String agentId) {
    assertThat(
            configure(
                    TOKEN,
                    "create_agent",
                    """
                    {"id": "%s", "name": "Dan\\nDrake", "role": "normal", "awaiting_approval": false}
                    """
                        .formatted(agentId))
                .status())
        .isEqualTo(200);
  }

  /// The letters to somebody, when there are so many.
  private List<String> letters(String to, int count) {
    await().atMost(PATIENCE).until(() -> received(to).size() == count);
    return received(to);
  }

  private List<String> received(String to) {
    var texts = new ArrayList<String>();
    for (MimeMessage message : mails.getReceivedMessages()) {
      try {
        for (Address address : message.getAllRecipients()) {
          if (address.toString().equals(to)) {
            texts.add(message.getSubject() + "\n" + GreenMailUtil.getBody(message));
          }
        }
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }
    return texts;
  }

  private static String link(String letter) {
    Matcher link = LINK.matcher(letter.replace("=\r\n", "").replace("=3D", "="));
    assertThat(link.find()).as(letter).isTrue();
    return link.group(1);
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(server.address().resolve(path)).GET().build());
  }

  private HttpResponse<String> post(String path, String... form) {
    var body = new StringBuilder();
    for (int i = 0; i < form.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(form[i]).append('=').append(encoded(form[i + 1]));
    }
    return send(
        HttpRequest.newBuilder(server.address().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String token(String link) {
    return link.substring(link.indexOf('=') + 1);
  }

  /// Where the sign-in page sends somebody with that password: back with a code, or to itself.
  private boolean signsIn(String agentId, String password) {
    String query =
        "response_type=token&client_id=parley-agent-app&redirect_uri=" + encoded(ownPage());
    HttpResponse<String> page = get("/accounts/signin?" + query);
    Matcher mark = Pattern.compile("name=\"csrf_token\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(mark.find()).as(page.body()).isTrue();
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(server.address().resolve("/accounts/signin"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie)
                .POST(
                    BodyPublishers.ofString(
                        query
                            + "&csrf_token="
                            + encoded(mark.group(1))
                            + "&email="
                            + encoded(agentId)
                            + "&password="
                            + encoded(password)))
                .build());
    return answer.headers().firstValue("Location").orElse("").contains("access_token=");
  }

  private String ownPage() {
    URI address = server.address();
    return address.resolve("/agent/").toString();
  }

  @Test
  void shouldInviteNewAgentsToChooseAPasswordOnce() {
    creates("dan@example.com");

    String letter = letters("dan@example.com", 1).getFirst();
    assertThat(letter).startsWith("You are invited to License 100\n").contains("Hello Dan");
    String link = link(letter);
    assertThat(get(link).body()).contains("dan@example.com").doesNotContain("<script");
    assertThat(post("/accounts/password", "token", token(link), "password", "short").statusCode())
        .isEqualTo(400);
    HttpResponse<String> chosen =
        post("/accounts/password", "token", token(link), "password", "correct horse battery");
    assertThat(chosen.statusCode()).isEqualTo(200);

    assertThat(signsIn("dan@example.com", "correct horse battery")).isTrue();
    assertThat(signsIn("dan@example.com", "short")).isFalse();
    assertThat(get(link).statusCode()).isEqualTo(410);
    assertThat(
            post("/accounts/password", "token", token(link), "password", "another one, later")
                .statusCode())
        .isEqualTo(410);
    assertThat(server.rows("select outcome from auth_audit where action = 'password'"))
        .contains("ok", "no_link");
    assertThat(server.rows("select encode(token_hash, 'hex') from password_link"))
        .doesNotContain(token(link))
        .hasSize(1);
  }

  @Test
  void shouldEndAnInvitationAfterSevenDays() {
    creates("dan@example.com");
    String link = link(letters("dan@example.com", 1).getFirst());

    server.passTime(Duration.ofDays(7).minusSeconds(60));
    assertThat(get(link).statusCode()).isEqualTo(200);
    server.passTime(Duration.ofMinutes(2));
    assertThat(get(link).statusCode()).isEqualTo(410);
  }

  @Test
  void shouldHelpWhoHasForgottenAPasswordAndTellNobodyWhoThereIs() {
    String signIn =
        get("/accounts/signin?response_type=token&client_id=parley-agent-app&redirect_uri="
                + encoded(ownPage()))
            .body();
    assertThat(signIn).contains("href=\"/accounts/forgotten\"");

    HttpResponse<String> known = post("/accounts/forgotten", "email", "Anna@Example.com");
    HttpResponse<String> unknown = post("/accounts/forgotten", "email", "nobody@example.com");

    assertThat(known.statusCode()).isEqualTo(200);
    assertThat(unknown.body()).isEqualTo(known.body());
    String first = link(letters(ANNA, 1).getFirst());
    post("/accounts/forgotten", "email", ANNA);
    String second = link(letters(ANNA, 2).getLast());
    assertThat(
            post("/accounts/password", "token", token(second), "password", "a new one for anna")
                .statusCode())
        .isEqualTo(200);
    assertThat(get(first).statusCode()).isEqualTo(410);
    assertThat(signsIn(ANNA, "a new one for anna")).isTrue();
    assertThat(received("nobody@example.com")).isEmpty();

    server.restartAfter(Duration.ofMillis(100));
    assertThat(signsIn(ANNA, "a new one for anna")).isTrue();
  }

  @Test
  void shouldSendNobodyMoreThanAFewLinksAnHour() {
    for (int i = 0; i < 5; i++) {
      assertThat(post("/accounts/forgotten", "email", ANNA).statusCode()).isEqualTo(200);
    }
    letters(ANNA, 3);

    for (int i = 0; i < 25; i++) {
      post("/accounts/forgotten", "email", "someone" + i + "@example.com");
    }
    assertThat(post("/accounts/forgotten", "email", ANNA).statusCode()).isEqualTo(429);
    assertThat(received(ANNA)).hasSize(3);
  }

  @Test
  void shouldRefuseFormsOfOtherWebsites() {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(server.address().resolve("/accounts/forgotten"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString("email=" + encoded(ANNA)))
                .build());

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void shouldWriteToOwnersWhenASuspendedAgentAsksForTheRightsBack() {
    configure(TOKEN, "suspend_agent", "{\"id\": \"%s\"}".formatted(BEN));

    assertThat(configure("token:" + BEN, "request_agent_unsuspension", "{}").status())
        .isEqualTo(200);

    assertThat(letters(ANNA, 1).getFirst())
        .startsWith("Ben asks to be unsuspended\n")
        .contains(BEN, PUBLIC + "/agent/");
    post("/accounts/forgotten", "email", BEN);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                server
                    .rows("select outcome from auth_audit where action = 'password_link'")
                    .contains("unknown"));
    assertThat(received(BEN)).isEmpty();
  }
}
