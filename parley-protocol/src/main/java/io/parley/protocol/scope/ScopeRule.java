package io.parley.protocol.scope;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.user.Reach;
import io.parley.core.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which scopes a method asks for: one of a list, or none at all; and others for requests that ask
/// for more.
///
/// @param anyOf the documented alternatives; empty: every token will do
/// @param stricter what certain requests need instead; the first whose condition holds counts
public record ScopeRule(List<String> anyOf, List<Stricter> stricter) {
  /// Every token will do.
  public static final ScopeRule NONE = new ScopeRule(List.of());

  /// Makes the lists unmodifiable.
  public ScopeRule {
    anyOf = List.copyOf(anyOf);
    stricter = List.copyOf(stricter);
  }

  /// The same for every request.
  public ScopeRule(List<String> anyOf) {
    this(anyOf, List.of());
  }

  /// One of these.
  public static ScopeRule anyOf(String... scopes) {
    return new ScopeRule(List.of(scopes));
  }

  /// This rule, but one of `scopes` for requests for which `condition` holds.
  ///
  /// @param description when that is, for the API reference: goes on after "when"
  public ScopeRule when(String description, Condition condition, List<String> scopes) {
    var more = new ArrayList<>(stricter);
    more.add(new Stricter(description, condition, scopes));
    return new ScopeRule(anyOf, more);
  }

  /// The widest reach that the token has for the method, as long as no stricter rule applies:
  /// `all`, `access` or `my` of the scopes that allow it, [Reach#ACCESS] for scopes that have no
  /// such part and for methods that ask for none. Empty if the token may not call the method.
  ///
  /// For a request that is at hand use [#reach(Scopes, ObjectNode, UserId)].
  public Optional<Reach> reach(Scopes scopes) {
    return reach(anyOf, scopes);
  }

  /// The widest reach that the token has for one request, stricter rules included. Empty if the
  /// token may not make it.
  ///
  /// @param actor on whose behalf the request is made
  public Optional<Reach> reach(Scopes scopes, ObjectNode payload, UserId actor) {
    return reach(anyOf(payload, actor), scopes);
  }

  /// The scopes of which one request needs one; none if every token will do.
  ///
  /// @param actor on whose behalf the request is made
  public List<String> anyOf(ObjectNode payload, UserId actor) {
    for (Stricter rule : stricter) {
      if (rule.condition().holds(payload, actor)) {
        return rule.anyOf();
      }
    }
    return anyOf;
  }

  private static Optional<Reach> reach(List<String> anyOf, Scopes scopes) {
    if (anyOf.isEmpty()) {
      return Optional.of(Reach.ACCESS);
    }
    Optional<Reach> widest = Optional.empty();
    for (String scope : anyOf) {
      if (scopes.contain(scope)) {
        Reach reach = reachOf(scope);
        if (widest.isEmpty() || reach.atLeast(widest.get())) {
          widest = Optional.of(reach);
        }
      }
    }
    return widest;
  }

  private static Reach reachOf(String scope) {
    if (scope.contains("--all:")) {
      return Reach.ALL;
    }
    return scope.contains("--my:") ? Reach.MY : Reach.ACCESS;
  }

  /// Other scopes for certain requests.
  ///
  /// @param description when they are needed
  /// @param anyOf the documented alternatives
  public record Stricter(String description, Condition condition, List<String> anyOf) {
    /// Makes the list unmodifiable.
    public Stricter {
      anyOf = List.copyOf(anyOf);
    }
  }

  /// Tells the requests that need other scopes. The payload is not checked yet: it may hold
  /// anything.
  @FunctionalInterface
  public interface Condition {
    /// True if the request needs the other scopes.
    boolean holds(ObjectNode payload, UserId actor);
  }
}
