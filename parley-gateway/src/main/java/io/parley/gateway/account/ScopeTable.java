package io.parley.gateway.account;

import static io.parley.core.agent.Permission.ADMINISTRATOR;
import static io.parley.core.agent.Permission.NORMAL;
import static io.parley.core.agent.Permission.OWNER;

import io.parley.core.agent.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The documented scopes: who may hand each of them to an application, and what it means. What
/// contains what is [io.parley.protocol.scope.Scopes]' business.
final class ScopeTable {
  /// Stands for every scope.
  static final String EVERY = "*";

  private static final List<ScopeRow> ROWS =
      List.of(
          row("agents--my:ro", NORMAL, "read your profile"),
          row("agents--my:rw", NORMAL, "read and change your profile"),
          row("agents--all:ro", ADMINISTRATOR, "read the profiles of all agents"),
          row("agents--all:rw", ADMINISTRATOR, "read and change the profiles of all agents"),
          row("access_rules:ro", ADMINISTRATOR, "read the rules that give access to chats"),
          row("access_rules:rw", ADMINISTRATOR, "read and change the rules that give access"),
          row("agents-bot--my:ro", ADMINISTRATOR, "read its own bots"),
          row("agents-bot--my:rw", ADMINISTRATOR, "make, change and delete its own bots"),
          row("agents-bot--all:ro", NORMAL, "read all bots"),
          row("agents-bot--all:rw", ADMINISTRATOR, "read and delete all bots"),
          row("groups--my:ro", NORMAL, "read the groups that you are in"),
          row("groups--my:rw", ADMINISTRATOR, "read and change the groups that you are in"),
          row("groups--all:ro", NORMAL, "read all groups"),
          row("groups--all:rw", ADMINISTRATOR, "read and change all groups"),
          row("chats--all:ro", ADMINISTRATOR, "read all chats"),
          row("chats--access:ro", NORMAL, "read the chats that you have access to"),
          row("chats--my:ro", NORMAL, "read the chats that you are in"),
          row("chats--all:rw", ADMINISTRATOR, "read and take part in all chats"),
          row("chats--access:rw", NORMAL, "read and take part in chats that you have access to"),
          row("chats--my:rw", NORMAL, "read and take part in the chats that you are in"),
          row("chats.conversation--all:rw", ADMINISTRATOR, "read all chats and write in them"),
          row(
              "chats.conversation--access:rw",
              NORMAL,
              "read the chats that you have access to and write in them"),
          row("chats.conversation--my:rw", NORMAL, "read the chats that you are in and write"),
          row("customers:ro", NORMAL, "read customers"),
          row("customers:rw", NORMAL, "read, make and change customers"),
          row("customers.ban:rw", NORMAL, "ban customers"),
          row("customers:own", ADMINISTRATOR, "act as a customer, and make new customers"),
          row("customers.own", ADMINISTRATOR, "act as a customer, and make new customers"),
          row("customers.identity--manage", ADMINISTRATOR, "manage customers' identities"),
          row("multicast:ro", NORMAL, "receive messages to agents' programs"),
          row("multicast:rw", NORMAL, "send messages to agents' and customers' programs"),
          row("properties--my:ro", ADMINISTRATOR, "read its own properties' configuration"),
          row("properties--my:rw", ADMINISTRATOR, "change its own properties' configuration"),
          row("properties--all:ro", ADMINISTRATOR, "read the configuration of all properties"),
          row("properties--configuration:rw", ADMINISTRATOR, "configure all properties"),
          row("properties.configuration:rw", ADMINISTRATOR, "configure all properties"),
          row("webhooks--my:ro", ADMINISTRATOR, "read its own webhooks"),
          row("webhooks--my:rw", ADMINISTRATOR, "make and delete its own webhooks"),
          row("webhooks--all:ro", ADMINISTRATOR, "read all webhooks"),
          row("webhooks--all:rw", ADMINISTRATOR, "read and delete all webhooks"),
          row("webhooks.state:ro", ADMINISTRATOR, "see whether its webhooks are on"),
          row("webhooks.state:rw", ADMINISTRATOR, "switch its webhooks on and off"),
          row("webhooks.configuration:rw", ADMINISTRATOR, "configure webhooks"),
          row("accounts--my:ro", NORMAL, "read your account"),
          row("accounts--my:rw", NORMAL, "read and change your account"),
          row("accounts--all:ro", NORMAL, "read all accounts"),
          row("accounts--all:rc", NORMAL, "read all accounts, and make new ones"),
          row("accounts--all:rw", ADMINISTRATOR, "read and change all accounts"),
          row("accounts.roles--all:ro", NORMAL, "read what each account may do"),
          row("accounts.roles--all:rw", ADMINISTRATOR, "change what each account may do"),
          row("accounts.roles.lc--all:rw", ADMINISTRATOR, "change what each agent may do"),
          row("sessions--my:ro", NORMAL, "see where you are signed in"),
          row("sessions--my:rw", NORMAL, "see and end your sign-ins"),
          row("organization--my:rw", OWNER, "read and change the organization"));

  private static final Map<String, ScopeRow> ROW_BY_NAME =
      ROWS.stream()
          .collect(
              Collectors.toMap(ScopeRow::name, row -> row, (one, _) -> one, LinkedHashMap::new));

  private ScopeTable() {}

  private static ScopeRow row(String name, Permission lowest, String meaning) {
    return new ScopeRow(name, lowest, meaning);
  }

  /// The documented scopes.
  static List<ScopeRow> rows() {
    return ROWS;
  }

  /// What an application gets of an agent when it asks for those scopes. Asking for every scope
  /// gets all that the agent may give.
  ///
  /// @return empty if it asks for one that the agent may not give
  static Optional<Set<String>> given(Set<String> asked, Permission permission) {
    if (asked.contains(EVERY)) {
      return Optional.of(
          permission == OWNER
              ? Set.of(EVERY)
              : ROWS.stream()
                  .filter(row -> row.isWithin(permission))
                  .map(ScopeRow::name)
                  .collect(Collectors.toSet()));
    }
    return asked.stream().allMatch(scope -> isWithin(scope, permission))
        ? Optional.of(asked)
        : Optional.empty();
  }

  /// What is left of scopes that an agent gave once.
  static Set<String> left(Set<String> given, Permission permission) {
    if (given.contains(EVERY)) {
      return given(given, permission).orElse(Set.of());
    }
    var left = new TreeSet<>(given);
    left.removeIf(scope -> !isWithin(scope, permission));
    return left;
  }

  /// One of the scopes that the table does not know, if there is one.
  static Optional<String> unknown(Set<String> scopes) {
    return scopes.stream()
        .filter(scope -> !scope.equals(EVERY) && !ROW_BY_NAME.containsKey(scope))
        .sorted()
        .findFirst();
  }

  /// What a scope means, or its name if the table does not know it.
  static String meaning(String scope) {
    if (scope.equals(EVERY)) {
      return "do everything that you can do";
    }
    ScopeRow row = ROW_BY_NAME.get(scope);
    return row == null ? scope : row.meaning();
  }

  /// A scope that nobody knows needs more than a normal agent.
  private static boolean isWithin(String scope, Permission permission) {
    ScopeRow row = ROW_BY_NAME.get(scope);
    return row == null ? permission != NORMAL : row.isWithin(permission);
  }
}
