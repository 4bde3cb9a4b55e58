package io.parley.gateway.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.ErrorType;
import io.parley.gateway.http.HttpStatus;
import io.parley.protocol.Api;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Method;
import io.parley.protocol.schema.Contract;
import io.parley.protocol.schema.Errors;
import io.parley.protocol.scope.ScopeRule;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What both descriptions say about a method beside its shapes.
///
/// Members that begin with `x-` are our own: what neither OpenAPI nor AsyncAPI has words for.
final class MethodNotes {
  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private MethodNotes() {}

  /// The name of an API on the wire.
  static String nameOf(Api api) {
    return api.name().toLowerCase(Locale.ROOT);
  }

  /// The name of an API for people.
  static String titleOf(Api api) {
    return switch (api) {
      case AGENT -> "Agent Chat";
      case CUSTOMER -> "Customer Chat";
      case CONFIGURATION -> "Configuration";
    };
  }

  /// Writes scopes, rate and errors.
  static void write(ObjectNode to, Method method, Contract contract, Transport transport) {
    ScopeRule scopes = method.scopes();
    to.set("x-scopes", names(scopes.anyOf()));
    if (!scopes.stricter().isEmpty()) {
      ArrayNode stricter = to.putArray("x-scopes-stricter");
      for (ScopeRule.Stricter rule : scopes.stricter()) {
        stricter.addObject().put("when", rule.description()).set("scopes", names(rule.anyOf()));
      }
    }
    to.put("x-rate-class", method.rateClass().name().toLowerCase(Locale.ROOT));
    ArrayNode errors = to.putArray("x-errors");
    for (ErrorType type : errors(contract, transport)) {
      errors
          .addObject()
          .put("type", type.wireName())
          .put("status", HttpStatus.of(type))
          .put("message", type.message())
          .put("common", !contract.errors().contains(type));
    }
  }

  /// Every error that a call may end in.
  static Set<ErrorType> errors(Contract contract, Transport transport) {
    var errors = EnumSet.copyOf(Errors.common(transport));
    errors.addAll(contract.errors());
    return errors;
  }

  /// An array of strings.
  static ArrayNode names(List<String> names) {
    ArrayNode array = JSON.arrayNode();
    names.forEach(array::add);
    return array;
  }
}
