package io.parley.protocol.scope;

import io.parley.core.user.Reach;
import java.util.List;
import java.util.Optional;

/// Which scopes a method asks for: one of a list, or none at all.
///
/// @param anyOf the documented alternatives; empty: every token will do
public record ScopeRule(List<String> anyOf) {
  /// Every token will do.
  public static final ScopeRule NONE = new ScopeRule(List.of());

  /// Makes the list unmodifiable.
  public ScopeRule {
    anyOf = List.copyOf(anyOf);
  }

  /// One of these.
  public static ScopeRule anyOf(String... scopes) {
    return new ScopeRule(List.of(scopes));
  }

  /// The widest reach that the token has for the method: `all`, `access` or `my` of the scopes that
  /// allow it, [Reach#ACCESS] for scopes that don't speak of chats and for methods that ask for
  /// none.
  /// Empty if the token may not call the method.
  public Optional<Reach> reach(Scopes scopes) {
    return anyOf.isEmpty() || scopes.equals(Scopes.EVERY)
        ? Optional.of(Reach.ALL)
        : Optional.empty();
  }
}
