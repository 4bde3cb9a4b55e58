package io.parley.gateway.account;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.parley.store.credential.AgentGrant;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What an application gets by way of an agent's browser.
sealed interface AuthorizeAnswer {
  /// A code, in the query of the application's address.
  record Code(String code, Tenant tenant, AgentGrant grant, Duration lifetime)
      implements AuthorizeAnswer {
    /// Leaves the code out.
    @Override
    public String toString() {
      return "Code[" + grant.clientId() + "]";
    }
  }

  /// A token, in the fragment, which browsers don't send to servers.
  record Token(AgentToken token) implements AuthorizeAnswer {}

  /// The address that the browser goes to.
  default String location(AuthorizeRequest request) {
    var parameters = new LinkedHashMap<String, String>();
    switch (this) {
      case Code(String code, _, _, _) -> parameters.put("code", code);
      case Token(AgentToken token) -> {
        parameters.put("access_token", token.accessToken());
        parameters.put("token_type", "Bearer");
        parameters.put("expires_in", Long.toString(token.lifetime().toSeconds()));
        parameters.put("scope", String.join(",", new TreeSet<>(token.scopes())));
        parameters.put("account_id", token.accountId());
        parameters.put("organization_id", token.tenant().organizationId().value());
        parameters.put("client_id", token.clientId());
      }
    }
    parameters.put("state", request.state().orElse(""));
    String separator = this instanceof Code ? "?" : "#";
    return URI.create(request.redirectUri()).toASCIIString()
        + separator
        + URLUtils.serializeParameters(lists(parameters));
  }

  /// The message that a window hands to the one that opened it, as the platform's browser library
  /// expects it.
  default JsonObject message(AuthorizeRequest request) {
    var content = new JsonObject();
    switch (this) {
      case Code(String code, Tenant tenant, AgentGrant grant, Duration lifetime) ->
          content
              .put("code", code)
              .put("expires_in", lifetime.toSeconds())
              .put("scopes", new JsonArray(List.copyOf(new TreeSet<>(grant.scopes()))))
              .put("account_id", grant.accountId())
              .put("organization_id", tenant.organizationId().value());
      case Token(AgentToken token) ->
          content
              .put("access_token", token.accessToken())
              .put("token_type", "Bearer")
              .put("expires_in", token.lifetime().toSeconds())
              .put("scopes", new JsonArray(List.copyOf(new TreeSet<>(token.scopes()))))
              .put("account_id", token.accountId())
              .put("organization_id", token.tenant().organizationId().value());
    }
    content.put("client_id", request.clientId());
    request.state().ifPresent(state -> content.put("state", state));
    return new JsonObject().put("data", content);
  }

  private static Map<String, List<String>> lists(Map<String, String> parameters) {
    var lists = new LinkedHashMap<String, List<String>>();
    parameters.forEach((name, value) -> lists.put(name, List.of(value)));
    return lists;
  }
}
