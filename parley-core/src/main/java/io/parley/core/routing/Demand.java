package io.parley.core.routing;

import io.parley.core.access.Access;
import io.parley.core.chat.Chat;
import io.parley.core.user.AgentId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What a chat asks of the router.
///
/// @param access the groups whose agents may have it
/// @param ignoresBots whether people only may have it
/// @param not agents who are not to get it, although they count as being there
/// @param preferred agents who get it before all others if they are free, the first first
public record Demand(
    Access access, boolean ignoresBots, Set<AgentId> not, List<AgentId> preferred) {
  /// Makes the collections unmodifiable.
  public Demand {
    not = Set.copyOf(not);
    preferred = List.copyOf(preferred);
  }

  /// An agent of these groups.
  public static Demand of(Access access) {
    return new Demand(access, false, Set.of(), List.of());
  }

  /// What an active chat asks.
  public static Demand of(Chat chat) {
    return new Demand(chat.access(), ignoresBots(chat), Set.of(), List.of());
  }

  /// The same, of other groups.
  public Demand to(Access groups) {
    return new Demand(groups, ignoresBots, not, preferred);
  }

  /// The same, for others than these.
  public Demand without(Collection<AgentId> agents) {
    return new Demand(access, ignoresBots, Set.copyOf(agents), preferred);
  }

  static boolean ignoresBots(Chat chat) {
    var thread = chat.lastThread();
    return thread != null && thread.properties().flag("routing", "ignore_bots");
  }

  /// True if the chat is not to be given to agents automatically.
  static boolean ignoresRouting(Chat chat) {
    return chat.properties().flag("routing", "ignore_agents_routing");
  }
}
