package io.parley.bench.load;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Waiting for the server's answers on threads that may wait.
final class Answers {
  private Answers() {}

  /// The value, or a refusal that says what was being waited for.
  static <T> T await(String what, CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ServerRefusal refusal) {
        throw refusal;
      }
      throw new ServerRefusal(what, String.valueOf(e.getCause()));
    }
  }
}
