package io.parley.gateway.web;

import io.parley.core.ErrorType;
import io.parley.gateway.access.Authenticator;
import io.parley.gateway.access.Tenants;
import io.parley.gateway.call.Calls;
import io.parley.gateway.call.Methods;
import io.parley.gateway.file.Incoming;
import io.parley.gateway.http.Answers;
import io.parley.gateway.http.HttpConfig;
import io.parley.gateway.http.RequestBody;
import io.parley.gateway.metrics.GatewayMeters;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Handling;
import io.parley.protocol.method.Method;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Serves `POST …/<api>/action/<action>`: finds the method, reads the body and hands both on.
public final class WebApi {
  private static final String VERSION_HEADER = "X-API-Version";

  private final HttpConfig config;
  private final Methods methods;
  private final Incoming incoming;
  private final WebServices services;

  /// What every request needs.
  record WebServices(
      HttpConfig config,
      Authenticator authenticator,
      Tenants tenants,
      Calls calls,
      GatewayMeters meters) {}

  /// Serves the methods that are found.
  ///
  /// @param incoming where uploaded files come in
  public WebApi(
      HttpConfig config,
      Methods methods,
      Authenticator authenticator,
      Tenants tenants,
      Calls calls,
      Incoming incoming,
      GatewayMeters meters) {
    this.config = config;
    this.methods = methods;
    this.incoming = incoming;
    this.services = new WebServices(config, authenticator, tenants, calls, meters);
  }

  /// Serves a request.
  ///
  /// @param versionInPath null if the path names no version; the header must then
  public void serve(
      HttpServerRequest request, Api api, @Nullable String versionInPath, String action) {
    String number = versionInPath == null ? request.getHeader(VERSION_HEADER) : versionInPath;
    if (number == null) {
      refuse(
          request,
          api,
          ErrorType.VALIDATION,
          "Name the version in the path or in the header `" + VERSION_HEADER + "`");
      return;
    }
    Optional<ApiVersion> version = api.version(number);
    if (version.isEmpty()) {
      refuse(request, api, ErrorType.UNSUPPORTED_VERSION, "Version " + number + " is not served");
      return;
    }
    Optional<Method> method = methods.find(version.get(), api, Transport.WEB, action);
    if (method.isEmpty()) {
      refuse(request, api, ErrorType.NOT_FOUND, "Unknown action `" + action + "`");
      return;
    }
    var call = new WebCall(services, request, version.get(), method.get());
    if (method.get().handling() == Handling.OfServer.UPLOAD_FILE) {
      call.start(incoming.form(Vertx.currentContext().owner(), request));
    } else {
      RequestBody.read(request, config.maxBodyBytes(), call::start);
    }
  }

  private void refuse(HttpServerRequest request, Api api, ErrorType type, String message) {
    services.meters().refused(api, type);
    Answers.fail(request.response(), type, message);
  }
}
