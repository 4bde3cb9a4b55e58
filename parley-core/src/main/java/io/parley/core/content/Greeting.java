package io.parley.core.content;

import io.parley.core.customer.Customer;
import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a visitor may be greeted with.
///
/// @param uniqueId names each showing of it, if all have the same name
/// @param agentId in whose name it greets, if in a certain agent's
/// @param groupId whose visitors it greets; [GroupId#ALL] for everyone's
/// @param rules all of them must hold
public record Greeting(
    int id,
    @Nullable String uniqueId,
    String text,
    @Nullable AgentId agentId,
    GroupId groupId,
    List<GreetingRule> rules) {

  /// Makes the list unmodifiable.
  public Greeting {
    rules = List.copyOf(rules);
  }

  /// True if it greets this visitor.
  ///
  /// @param visited the group that the visitor is going to talk to
  public boolean isFor(Customer visitor, GroupId visited, Instant now) {
    return (groupId.equals(GroupId.ALL) || groupId.equals(visited))
        && rules.stream().allMatch(rule -> rule.holds(visitor, now));
  }

  /// When it will greet this visitor, if nothing happens until then but that time passes; empty if
  /// it will not.
  Optional<Instant> dueFor(Customer visitor, GroupId visited, Instant now) {
    return rules.stream()
        .flatMap(rule -> rule.holdsFrom(visitor).stream())
        .max(Comparator.naturalOrder())
        .filter(due -> due.isAfter(now) && isFor(visitor, visited, due));
  }
}
