package io.parley.protocol.scope;

import java.util.Set;

/// What a token may do: a set of scopes of the documentation's list. `*` stands for every scope.
/// `rw` contains `ro`, `all` contains `access`, which contains `my`; `chats` contains
/// `chats.conversation`.
public record Scopes(Set<String> names) {
  /// Every scope.
  public static final Scopes EVERY = new Scopes(Set.of("*"));

  /// Makes the set unmodifiable.
  public Scopes {
    names = Set.copyOf(names);
  }

  /// True if the token has the scope, itself or in one that contains it.
  public boolean contain(String scope) {
    return names.contains("*") || names.contains(scope);
  }
}
