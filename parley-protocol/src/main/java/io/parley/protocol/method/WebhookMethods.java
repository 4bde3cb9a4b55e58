package io.parley.protocol.method;

import static io.parley.protocol.method.RateClass.CHANGE;
import static io.parley.protocol.method.RateClass.READ;

import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Handling.Submit;
import io.parley.protocol.request.WebhookDecoder;
import io.parley.protocol.scope.ScopeRule;
import java.util.List;
import java.util.Set;

/// The methods for webhooks, in the order of the documentation.
final class WebhookMethods {
  private static final Set<ApiVersion> VERSIONS = Set.of(ApiVersion.V3_1);
  private static final Set<Transport> WEB = Set.of(Transport.WEB);

  /// All of them.
  static final List<Method> ROWS =
      List.of(
          row(
              "register_webhook",
              ScopeRule.anyOf("webhooks--my:rw"),
              CHANGE,
              new Submit(WebhookDecoder::register)),
          row(
              "get_webhooks_config",
              ScopeRule.anyOf("webhooks--my:ro", "webhooks--all:ro"),
              READ,
              Handling.OfServer.GET_WEBHOOKS_CONFIG),
          row(
              "unregister_webhook",
              ScopeRule.anyOf("webhooks--my:rw", "webhooks--all:rw"),
              CHANGE,
              new Submit(WebhookDecoder::unregister)));

  private WebhookMethods() {}

  private static Method row(String name, ScopeRule scopes, RateClass rateClass, Handling handling) {
    return new Method(Api.CONFIGURATION, name, VERSIONS, WEB, scopes, rateClass, handling);
  }
}
