package io.parley.gateway.site;

import io.parley.gateway.http.Answers;
import io.parley.gateway.http.RequestBody;
import io.parley.gateway.http.Routes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/// Catches what is posted to an address of the demo, and shows the latest of it, so that one sees
/// webhooks without a server of one's own. Only for this machine.
public final class CaughtWebhooks implements Routes {
  private static final String CATCH = "/demo/webhooks/catch";
  private static final String CAUGHT = "/demo/webhooks/caught";
  private static final int KEPT = 50;
  private static final int MAX_BYTES = 64 * 1024;

  private final InstantSource clock;
  private final Deque<JsonObject> caught = new ArrayDeque<>();
  private int count;

  /// Nothing caught yet.
  public CaughtWebhooks(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void mount(Router router) {
    router.route(HttpMethod.POST, CATCH).handler(this::take);
    router
        .route(HttpMethod.GET, CAUGHT)
        .handler(context -> Answers.send(context.response(), 200, shown()));
  }

  private void take(RoutingContext context) {
    if (!isFromHere(context)) {
      context.next();
      return;
    }
    RequestBody.read(
        context.request(),
        MAX_BYTES,
        body -> {
          keep(body);
          Answers.send(context.response(), 200, "{}");
        });
  }

  private static boolean isFromHere(RoutingContext context) {
    var address = context.request().remoteAddress();
    return address != null
        && ("127.0.0.1".equals(address.hostAddress())
            || "0:0:0:0:0:0:0:1".equals(address.hostAddress()));
  }

  private synchronized void keep(Buffer body) {
    caught.addFirst(
        new JsonObject()
            .put("number", ++count)
            .put("at", clock.instant().toString())
            .put("body", body.toString()));
    if (caught.size() > KEPT) {
      caught.removeLast();
    }
  }

  private synchronized String shown() {
    return new JsonObject().put("caught", new JsonArray(caught.stream().toList())).encode();
  }
}
