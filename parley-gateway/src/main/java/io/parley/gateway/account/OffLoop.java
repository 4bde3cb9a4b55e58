package io.parley.gateway.account;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs what blocks off the event loop, and answers on it.
final class OffLoop {
  private static final Logger log = LoggerFactory.getLogger(OffLoop.class);

  private final Vertx vertx;
  private final Executor blocking;

  OffLoop(Vertx vertx, Executor blocking) {
    this.vertx = vertx;
    this.blocking = blocking;
  }

  /// @param failed answers if the work threw an exception, which is logged
  <T> void run(RoutingContext context, Supplier<T> work, Consumer<T> done, Runnable failed) {
    Future.fromCompletionStage(
            CompletableFuture.supplyAsync(work, blocking), vertx.getOrCreateContext())
        .onComplete(
            ended -> {
              if (ended.failed()) {
                log.error("{} failed", context.request().path(), ended.cause());
                failed.run();
              } else {
                done.accept(ended.result());
              }
            });
  }
}
