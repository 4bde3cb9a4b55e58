package io.parley.gateway.door;

import io.parley.gateway.http.Routes;
import io.parley.gateway.web.WebApi;
import io.parley.protocol.Api;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.Locale;
import java.util.Set;

/// The addresses of the Web APIs, with the version in the path or without. Any page may call them:
/// what lets in is the token.
public record ApiRoutes(WebApi api) implements Routes {
  private static final Set<String> HEADERS =
      Set.of("Authorization", "Content-Type", "X-API-Version", "X-Author-Id", "X-Region");
  private static final int DAY_SECONDS = 24 * 60 * 60;

  @Override
  public void mount(Router router) {
    for (Api each : Api.values()) {
      String path = "/" + each.name().toLowerCase(Locale.ROOT) + "/action/:action";
      mount(router, path, each);
      mount(router, "/:version" + path, each);
    }
  }

  private void mount(Router router, String path, Api each) {
    router.route(path).handler(cors(each));
    router
        .post(path)
        .handler(
            context ->
                api.serve(
                    context.request(),
                    each,
                    context.pathParam("version"),
                    context.pathParam("action")));
  }

  private static CorsHandler cors(Api each) {
    return CorsHandler.create()
        .addOriginWithRegex(".*")
        .allowCredentials(each == Api.CUSTOMER)
        .allowedMethod(HttpMethod.POST)
        .allowedHeaders(HEADERS)
        .maxAgeSeconds(DAY_SECONDS);
  }
}
