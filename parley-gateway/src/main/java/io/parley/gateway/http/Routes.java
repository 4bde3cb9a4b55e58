package io.parley.gateway.http;

import io.vertx.ext.web.Router;

/// Port: further addresses on the same port. Called once for each event loop.
@FunctionalInterface
public interface Routes {
  /// No further addresses.
  Routes NONE = _ -> {};

  /// Adds routes.
  void mount(Router router);
}
