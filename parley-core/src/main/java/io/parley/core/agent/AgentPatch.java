package io.parley.core.agent;

import io.parley.core.Rejection;
import io.parley.core.agent.Preferences.EmailSubscription;
import io.parley.core.agent.Preferences.Notification;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.License;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What is to be different about an agent; null: nothing.
///
/// @param jobTitle empty: none
/// @param avatar empty: none
/// @param mobile empty: none
public record AgentPatch(
    @Nullable String name,
    @Nullable Permission permission,
    @Nullable String jobTitle,
    @Nullable String avatar,
    @Nullable Integer maxChatsCount,
    @Nullable SortedMap<GroupId, Priority> groups,
    @Nullable String mobile,
    @Nullable Set<Notification> notifications,
    @Nullable Set<EmailSubscription> emailSubscriptions,
    @Nullable WorkSchedule schedule) {

  /// What the license speaks against; empty if nothing.
  Optional<Rejection> objection(License license) {
    return groups == null ? Optional.empty() : license.unknownGroupIn(groups.keySet(), "groups");
  }

  /// The agent as it is to be.
  Agent appliedTo(Agent agent) {
    Preferences preferences = agent.preferences();
    return new Agent(
        agent.id(),
        agent.accountId(),
        agent.publicId(),
        name == null ? agent.name() : name,
        permission == null ? agent.permission() : permission,
        text(jobTitle, agent.jobTitle()),
        text(avatar, agent.avatar()),
        maxChatsCount == null ? agent.maxChatsCount() : maxChatsCount,
        groups == null ? agent.groups() : groups,
        agent.bot(),
        agent.standing(),
        new Preferences(
            text(mobile, preferences.mobile()),
            notifications == null ? preferences.notifications() : notifications,
            emailSubscriptions == null ? preferences.emailSubscriptions() : emailSubscriptions,
            schedule == null ? preferences.schedule() : schedule));
  }

  /// The new text, where an empty one means none.
  public static @Nullable String text(@Nullable String wanted, @Nullable String old) {
    if (wanted == null) {
      return old;
    }
    return wanted.isEmpty() ? null : wanted;
  }
}
