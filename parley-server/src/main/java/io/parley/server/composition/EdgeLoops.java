package io.parley.server.composition;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.parley.gateway.Gateway;
import io.vertx.core.Vertx;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The event loops and the meters: what the edge needs before there is a database.
final class EdgeLoops implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EdgeLoops.class);
  private static final int STOP_SECONDS = 3;

  private final Vertx vertx;
  private final PrometheusMeterRegistry metrics;

  private EdgeLoops(Vertx vertx) {
    this.vertx = vertx;
    this.metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  }

  static EdgeLoops start(int count) {
    return new EdgeLoops(Gateway.vertx(count));
  }

  Vertx vertx() {
    return vertx;
  }

  PrometheusMeterRegistry metrics() {
    return metrics;
  }

  @Override
  public void close() {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      log.warn("The event loops did not stop cleanly", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
