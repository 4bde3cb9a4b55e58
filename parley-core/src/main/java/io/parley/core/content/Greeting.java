package io.parley.core.content;

import io.parley.core.customer.Customer;
import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import java.util.List;
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
  public boolean isFor(Customer visitor, GroupId visited) {
    return (groupId.equals(GroupId.ALL) || groupId.equals(visited))
        && rules.stream().allMatch(rule -> rule.holds(visitor));
  }
}
