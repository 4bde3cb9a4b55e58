package io.parley.core.chat;

import io.parley.core.access.Access;
import io.parley.core.group.GroupId;
import io.parley.core.property.Properties;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A chat with its last thread. Immutable: each change makes another.
///
/// @param members its users, in the order in which they came, those who left included
/// @param followers agents who get everything without being users
/// @param lastThread null in a chat that was never active
public record Chat(
    ChatId id,
    Instant createdAt,
    Access access,
    Properties properties,
    List<Membership> members,
    List<AgentId> followers,
    @Nullable ChatThread lastThread) {

  /// Makes the collections unmodifiable.
  public Chat {
    members = List.copyOf(members);
    followers = List.copyOf(followers);
  }

  /// True if the last thread is active.
  public boolean active() {
    return lastThread != null && lastThread.active();
  }

  /// The active thread.
  public Optional<ChatThread> activeThread() {
    return lastThread != null && lastThread.active() ? Optional.of(lastThread) : Optional.empty();
  }

  /// The ordinal of the next thread.
  public int nextOrdinal() {
    return lastThread == null ? 1 : lastThread.ordinal() + 1;
  }

  /// A user's place in the chat, or null for one who never was in it.
  public @Nullable Membership memberOrNull(UserId userId) {
    for (Membership member : members) {
      if (member.userId().equals(userId)) {
        return member;
      }
    }
    return null;
  }

  /// True if the user is in the chat now.
  public boolean isPresent(UserId userId) {
    Membership member = memberOrNull(userId);
    return member != null && member.present();
  }

  /// The customer of the chat, if it has one.
  public Optional<CustomerId> customerId() {
    for (Membership member : members) {
      if (member.userId() instanceof CustomerId customerId) {
        return Optional.of(customerId);
      }
    }
    return Optional.empty();
  }

  /// The agents who are in the chat now.
  public List<AgentId> presentAgents() {
    var agents = new ArrayList<AgentId>(2);
    for (Membership member : members) {
      if (member.present() && member.userId() instanceof AgentId agentId) {
        agents.add(agentId);
      }
    }
    return agents;
  }

  /// The chat after a change to it.
  public Chat apply(ChatChange change) {
    return switch (change) {
      case ThreadStarted started -> started.chat();
      case EventAdded added -> withThread(thread().withEvent(added.event().createdAt()));
      case ThreadClosed closed -> withThread(thread().closed(closed.closedAt()));
      case UserAddedToChat added -> withMember(added.member());
      case UserRemovedFromChat removed -> withPresence(removed.userId(), false);
      case ChatFollowed followed -> withFollower(followed.agentId(), true);
      case ChatUnfollowed unfollowed -> withFollower(unfollowed.agentId(), false);
      case EventsSeen seen -> withSeen(seen.userId(), seen.seenUpTo());
      case ChatPropertiesUpdated updated ->
          with(properties.with(updated.properties()), members, followers, lastThread);
      case ThreadPropertiesUpdated updated ->
          withThread(
              updated.threadId(),
              thread -> thread.withProperties(thread.properties().with(updated.properties())));
      case ChatPropertiesDeleted deleted ->
          with(properties.without(deleted.names()), members, followers, lastThread);
      case ThreadPropertiesDeleted deleted ->
          withThread(deleted.threadId(), thread -> thread.withProperties(deleted.remaining()));
      case ThreadTagged tagged ->
          withThread(tagged.threadId(), thread -> thread.withTag(tagged.tag(), true));
      case ThreadUntagged untagged ->
          withThread(untagged.threadId(), thread -> thread.withTag(untagged.tag(), false));
      case ChatAccessChanged changed -> withAccess(changed.result());
      case TypingIndicated _,
          SneakPeeked _,
          InactivityReviewed _,
          ChatTransferred _,
          EventPropertiesUpdated _,
          EventPropertiesDeleted _,
          PostbackSent _ ->
          this;
    };
  }

  private ChatThread thread() {
    if (lastThread == null) {
      throw new IllegalStateException("chat " + id + " has no thread");
    }
    return lastThread;
  }

  private Chat withThread(@Nullable ChatThread thread) {
    return with(properties, members, followers, thread);
  }

  private Chat withThread(ThreadId threadId, UnaryOperator<ChatThread> change) {
    ChatThread last = thread();
    return last.id().equals(threadId) ? withThread(change.apply(last)) : this;
  }

  /// The same chat when a group is no more: what that group's agents alone had access to is open to
  /// all agents.
  public Chat without(GroupId groupId) {
    ChatThread thread =
        lastThread == null ? null : lastThread.withAccess(lastThread.access().without(groupId));
    return new Chat(id, createdAt, access.without(groupId), properties, members, followers, thread);
  }

  private Chat withAccess(Access newAccess) {
    ChatThread thread =
        lastThread != null && lastThread.active() ? lastThread.withAccess(newAccess) : lastThread;
    return new Chat(id, createdAt, newAccess, properties, members, followers, thread);
  }

  private Chat withMember(Membership added) {
    var changed = new ArrayList<Membership>(members.size() + 1);
    boolean known = false;
    for (Membership member : members) {
      boolean same = member.userId().equals(added.userId());
      changed.add(same ? member.withPresent(added.present()) : member);
      known |= same;
    }
    if (!known) {
      changed.add(added);
    }
    ChatThread thread = active() ? thread().withUser(added.userId()) : lastThread;
    return with(properties, changed, followers, thread);
  }

  private Chat withPresence(UserId userId, boolean present) {
    var changed = new ArrayList<Membership>(members.size());
    for (Membership member : members) {
      changed.add(member.userId().equals(userId) ? member.withPresent(present) : member);
    }
    return with(properties, changed, followers, lastThread);
  }

  private Chat withSeen(UserId userId, Instant seenUpTo) {
    var changed = new ArrayList<Membership>(members.size());
    for (Membership member : members) {
      changed.add(member.userId().equals(userId) ? member.withSeenUpTo(seenUpTo) : member);
    }
    return with(properties, changed, followers, lastThread);
  }

  private Chat withFollower(AgentId agentId, boolean follows) {
    var changed = new ArrayList<>(followers);
    changed.remove(agentId);
    if (follows) {
      changed.add(agentId);
    }
    return with(properties, members, changed, lastThread);
  }

  private Chat with(
      Properties newProperties,
      List<Membership> newMembers,
      List<AgentId> newFollowers,
      @Nullable ChatThread newLastThread) {
    return new Chat(id, createdAt, access, newProperties, newMembers, newFollowers, newLastThread);
  }
}
