package io.parley.gateway.door;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.parley.gateway.http.Answers;
import io.parley.gateway.http.Routes;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/// `/health/live`: the server runs. `/health/ready`: it can serve. `/metrics`: what it counts, as
/// Prometheus text.
///
/// @param ready may block
/// @param blocking runs what blocks
public record HealthRoutes(
    PrometheusMeterRegistry registry, BooleanSupplier ready, Executor blocking) implements Routes {
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  @Override
  public void mount(Router router) {
    router
        .get("/health/live")
        .handler(context -> Answers.send(context.response(), 200, "{\"status\":\"live\"}"));
    router
        .get("/health/ready")
        .handler(
            context -> {
              HttpServerResponse response = context.response();
              Context loop = context.vertx().getOrCreateContext();
              blocking.execute(
                  () -> {
                    boolean isReady = ready.getAsBoolean();
                    loop.runOnContext(_ -> tell(response, isReady));
                  });
            });
    router
        .get("/metrics")
        .handler(
            context ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, PROMETHEUS_TEXT)
                    .end(registry.scrape()));
  }

  private static void tell(HttpServerResponse response, boolean ready) {
    if (ready) {
      Answers.send(response, 200, "{\"status\":\"ready\"}");
    } else {
      Answers.send(response, 503, "{\"status\":\"not ready\"}");
    }
  }
}
