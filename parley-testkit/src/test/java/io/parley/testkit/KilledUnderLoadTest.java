package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process is killed while many write: whatever was acknowledged is there afterwards, once and
/// in order.
class KilledUnderLoadTest {
  private static final String TOKEN = "dal:demo-anna";
  private static final int CONVERSATIONS = 8;
  private static final int BEFORE_THE_END = 800;

  @TempDir Path directory;
  private final List<ParleyProcess> processes = new ArrayList<>();
  private final CountDownLatch acknowledgements = new CountDownLatch(BEFORE_THE_END);

  /// A chat whose customer and agent write in turn, each as soon as the last was acknowledged.
  private record Conversation(
      String chatId, RtmClient customer, RtmClient agent, List<String> acknowledged) {}

  @AfterEach
  void killWhatIsLeft() {
    processes.forEach(ParleyProcess::close);
  }

  @Test
  void shouldHaveWhatWasAcknowledgedInEveryConversationOnceAndInOrder() throws Exception {
    ParleyProcess first = run();
    URI address = first.awaitReady();
    var conversations = new ArrayList<Conversation>();
    for (int i = 0; i < CONVERSATIONS; i++) {
      conversations.add(started(address));
    }
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      conversations.forEach(conversation -> writers.execute(() -> write(conversation)));
      acknowledgements.await();
      first.kill();
    }
    first.awaitEnd();

    ParleyProcess second = run();
    var web = new WebClient(second.awaitReady());
    for (Conversation conversation : conversations) {
      List<String> kept = messages(web, conversation.chatId());
      assertThat(conversation.acknowledged()).hasSizeGreaterThan(10);
      assertThat(kept).doesNotHaveDuplicates().startsWith(texts(conversation));
      assertThat(kept.size() - conversation.acknowledged().size()).isBetween(0, 1);
    }
    second.terminate();
    assertThat(second.awaitEnd()).isZero();
  }

  private static String[] texts(Conversation conversation) {
    return conversation.acknowledged().toArray(String[]::new);
  }

  private void write(Conversation conversation) {
    for (int i = 0; ; i++) {
      String text = "message " + i;
      RtmClient writer = i % 2 == 0 ? conversation.customer() : conversation.agent();
      if (!isAcknowledged(writer, conversation.chatId(), text)) {
        return;
      }
      conversation.acknowledged().add(text);
      acknowledgements.countDown();
    }
  }

  private static boolean isAcknowledged(RtmClient writer, String chatId, String text) {
    String requestId;
    try {
      requestId =
          writer.send(
              "send_event",
              "{chat_id: '%s', event: {type: 'message', text: '%s', recipients: 'all'}}",
              chatId,
              text);
    } catch (CompletionException _) {
      return false;
    }
    JsonNode answer =
        writer.frameOrEnd(
            frame ->
                frame.path("type").asText().equals("response")
                    && frame.path("request_id").asText().equals(requestId));
    writer.forgetFrames();
    return answer != null && answer.path("success").asBoolean();
  }

  private static Conversation started(URI address) {
    var made =
        new WebClient(address)
            .post(
                "/accounts/customer/",
                "Bearer " + TOKEN,
                "{\"client_id\": \"%s\", \"redirect_uri\": \"http://localhost/\", \"response_type\": \"token\"}"
                    .formatted(TestLicense.CLIENT_ID));
    RtmClient customer =
        loggedIn(
            address,
            "/v3.1/customer/rtm/ws?license_id=100",
            made.body().path("access_token").asText());
    var chat = customer.request("start_chat", "{continuous: true}");
    assertThat(chat.success()).as("%s", chat.payload()).isTrue();
    return new Conversation(
        chat.payload().path("chat_id").asText(),
        customer,
        loggedIn(address, "/v3.1/agent/rtm/ws", TOKEN),
        new CopyOnWriteArrayList<>());
  }

  private static RtmClient loggedIn(URI address, String path, String token) {
    RtmClient client =
        RtmClient.open(URI.create(address.toString().replaceFirst("^http", "ws") + path));
    var login = client.request("login", "{token: 'Bearer %s'}", token);
    assertThat(login.success()).as("%s", login.payload()).isTrue();
    return client;
  }

  private static List<String> messages(WebClient web, String chatId) {
    var answer = web.agent(TOKEN, "get_chat_threads", "{chat_id: '%s'}", chatId);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer
        .body()
        .at("/chat/threads/0/events")
        .valueStream()
        .filter(event -> event.path("type").asText().equals("message"))
        .map(event -> event.path("text").asText())
        .toList();
  }

  private ParleyProcess run() {
    var process =
        ParleyProcess.run(
            Map.of(), "demo", "--port", "0", "--data", directory.resolve("data").toString());
    processes.add(process);
    return process;
  }
}
