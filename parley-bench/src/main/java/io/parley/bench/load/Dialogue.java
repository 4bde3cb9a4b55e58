package io.parley.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Question and answer over one connection, one question at a time: for everything that is not
/// measured.
public final class Dialogue implements RtmConnection.Listener {
  private static final long PATIENCE_SECONDS = 60;

  private record Question(String action, String id, CompletableFuture<String> answer) {}

  private final LoadLoop loop;
  private final byte[] interest;
  private final Consumer<byte[]> interested;
  private @Nullable RtmConnection connection;
  private @Nullable Question asked;
  private int questions;

  /// A dialogue that hands over every push in which some bytes occur.
  public Dialogue(LoadLoop loop, String interest, Consumer<byte[]> interested) {
    this.loop = loop;
    this.interest = bytes(interest);
    this.interested = interested;
  }

  /// A dialogue that takes no interest in pushes.
  public Dialogue(LoadLoop loop) {
    this(loop, "no push holds this text", _ -> {});
  }

  /// The connection that the dialogue is held over, once it is open.
  public RtmConnection connection() {
    if (connection == null) {
      throw new IllegalStateException("not connected");
    }
    return connection;
  }

  /// Uses this connection from now on.
  public void over(RtmConnection open) {
    connection = open;
  }

  /// Sends a request and waits for its successful response, which is returned whole.
  ///
  /// @throws ServerRefusal when the server answers with an error, or never
  public String ask(String action, String payload) {
    var answer = new CompletableFuture<String>();
    loop.execute(() -> send(action, payload, answer));
    return Answers.await(action, answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  /// Closes the connection.
  public void end() {
    loop.execute(connection()::close);
  }

  @Override
  public void text(RtmConnection from, byte[] message, int start, int end) {
    var question = asked;
    if (question != null && isAnswerTo(question, message, start, end)) {
      asked = null;
      var text = new String(message, start, end - start, StandardCharsets.UTF_8);
      if (ServerFrame.isSuccess(message, start, end)) {
        question.answer.complete(text);
      } else {
        question.answer.completeExceptionally(new ServerRefusal(question.action, text));
      }
    } else if (JsonScan.indexOf(interest, message, start, end) >= 0) {
      interested.accept(Arrays.copyOfRange(message, start, end));
    }
  }

  @Override
  public void closed(RtmConnection from, String reason) {
    var question = asked;
    if (question != null) {
      asked = null;
      question.answer.completeExceptionally(new ServerRefusal(question.action, reason));
    }
  }

  private void send(String action, String payload, CompletableFuture<String> answer) {
    if (!connection().isOpen()) {
      answer.completeExceptionally(new ServerRefusal(action, "the connection is closed"));
      return;
    }
    var id = "q" + ++questions + 'q';
    asked = new Question(action, id, answer);
    var request =
        bytes(
            "{\"request_id\":\"%s\",\"action\":\"%s\",\"payload\":%s}"
                .formatted(id, action, payload));
    connection().send(request, request.length);
  }

  private static boolean isAnswerTo(Question question, byte[] message, int start, int end) {
    var id = ServerFrame.requestId(message, start, end);
    return JsonScan.standsAt(bytes(question.id), message, id, end)
        && ServerFrame.isResponse(message, start, end);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
