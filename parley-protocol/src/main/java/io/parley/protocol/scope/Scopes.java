package io.parley.protocol.scope;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a token may do: a set of scopes of the documentation's list. `*` stands for every scope.
/// `rw` contains `ro`, `all` contains `access`, which contains `my`; `chats` contains
/// `chats.conversation`, and writing conversations contains reading chats.
///
/// Everything that the scopes contain is worked out once, when the object is made: keep it with its
/// token.
public final class Scopes {
  /// Every scope.
  public static final Scopes EVERY = new Scopes(Set.of("*"));

  private static final List<String> LEVELS = List.of("all", "access", "my");

  private final Set<String> names;
  private final Set<String> contained;
  private final boolean every;

  /// @param names as in the token, in any spelling of the documentation's; unknown ones count for
  ///     nothing but themselves
  public Scopes(Set<String> names) {
    this.names = Set.copyOf(names);
    this.every = this.names.contains("*");
    var all = new HashSet<String>();
    this.names.forEach(name -> addWithContained(name, all));
    this.contained = Set.copyOf(all);
  }

  /// The scopes as they were given.
  public Set<String> names() {
    return names;
  }

  /// True if the token has the scope, itself or in one that contains it.
  public boolean contain(String scope) {
    return every || contained.contains(scope);
  }

  private static void addWithContained(String scope, Set<String> to) {
    if (!to.add(scope)) {
      return;
    }
    switch (scope) {
      case "customers:own" -> to.add("customers.own");
      case "customers.own" -> to.add("customers:own");
      default -> addRightsAndLevels(scope, to);
    }
  }

  private static void addRightsAndLevels(String scope, Set<String> to) {
    int colon = scope.lastIndexOf(':');
    if (colon < 0) {
      return;
    }
    String right = scope.substring(colon + 1);
    String resource = scope.substring(0, colon);
    if (right.equals("rw") || right.equals("rc")) {
      addWithContained(resource + ":ro", to);
    }
    int dashes = resource.lastIndexOf("--");
    int level = dashes < 0 ? -1 : LEVELS.indexOf(resource.substring(dashes + 2));
    if (level < 0) {
      return;
    }
    String kind = resource.substring(0, dashes);
    if (level + 1 < LEVELS.size()) {
      addWithContained(kind + "--" + LEVELS.get(level + 1) + ":" + right, to);
    }
    addParts(kind, "--" + LEVELS.get(level) + ":", right, to);
  }

  private static void addParts(String kind, String level, String right, Set<String> to) {
    if (kind.equals("chats")) {
      addWithContained("chats.conversation" + level + right, to);
    } else if (kind.equals("chats.conversation") && right.equals("rw")) {
      addWithContained("chats" + level + "ro", to);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scopes scopes && names.equals(scopes.names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return "Scopes" + names;
  }
}
