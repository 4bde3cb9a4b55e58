package io.parley.server.composition;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A part that starts on a thread of its own while others do. Closing it waits for the start.
final class Beside<T> implements AutoCloseable {
  private final CompletableFuture<T> started = new CompletableFuture<>();

  private final Consumer<T> closer;

  private Beside(Consumer<T> closer) {
    this.closer = closer;
  }

  static <T> Beside<T> start(String name, Supplier<T> starter, Consumer<T> closer) {
    var beside = new Beside<>(closer);
    Thread.ofPlatform()
        .daemon()
        .name("start-" + name)
        .start(
            () -> {
              try {
                beside.started.complete(starter.get());
              } catch (RuntimeException | Error e) {
                beside.started.completeExceptionally(e);
              }
            });
    return beside;
  }

  /// The part, when it has started.
  T get() {
    try {
      return started.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    T part;
    try {
      part = started.join();
    } catch (CompletionException _) {
      return;
    }
    closer.accept(part);
  }
}
