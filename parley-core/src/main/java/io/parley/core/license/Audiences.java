package io.parley.core.license;

import io.parley.core.Audience;
import io.parley.core.Change;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentChange;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatAccessChanged;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatFollowed;
import io.parley.core.chat.ChatPropertiesDeleted;
import io.parley.core.chat.ChatPropertiesUpdated;
import io.parley.core.chat.ChatTransferred;
import io.parley.core.chat.ChatUnfollowed;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.EventPropertiesDeleted;
import io.parley.core.chat.EventPropertiesUpdated;
import io.parley.core.chat.EventsSeen;
import io.parley.core.chat.InactivityReviewed;
import io.parley.core.chat.Membership;
import io.parley.core.chat.PostbackSent;
import io.parley.core.chat.SneakPeeked;
import io.parley.core.chat.ThreadClosed;
import io.parley.core.chat.ThreadPropertiesDeleted;
import io.parley.core.chat.ThreadPropertiesUpdated;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.chat.ThreadTagged;
import io.parley.core.chat.ThreadUntagged;
import io.parley.core.chat.TypingIndicated;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.chat.UserRemovedFromChat;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerAccessChanged;
import io.parley.core.customer.CustomerBanned;
import io.parley.core.customer.CustomerConnected;
import io.parley.core.customer.CustomerDisconnected;
import io.parley.core.customer.CustomerRegistered;
import io.parley.core.customer.CustomerUpdated;
import io.parley.core.customer.GoalReached;
import io.parley.core.customer.GreetingAwaited;
import io.parley.core.customer.GreetingShown;
import io.parley.core.customer.PageViewed;
import io.parley.core.customer.SideStorageUpdated;
import io.parley.core.customer.VisitEnded;
import io.parley.core.customer.VisitStarted;
import io.parley.core.event.Recipients;
import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says who is told of a change: users and followers of a chat of everything in it, agents with
/// access of its key changes only, customers of their own chats and never of what is for agents.
final class Audiences {
  private final License license;

  Audiences(License license) {
    this.license = license;
  }

  /// The audience of a change that was just applied.
  Audience of(Change change) {
    return switch (change) {
      case ChatChange chatChange -> ofChat(chatChange);
      case RoutingStatusSet _ -> Audience.ALL_AGENTS;
      case Multicasted multicasted -> named(multicasted.scope());
      case AgentChange _, LicenseChange _ -> Audience.NOBODY;
      case CustomerUpdated(Customer customer, _) -> whoSee(customer, List.of(customer.id()));
      case PageViewed(Customer customer, _) -> whoSee(customer, List.of(customer.id()));
      case CustomerRegistered(Customer customer) -> whoSee(customer, List.of());
      case VisitStarted(Customer customer) -> whoSee(customer, List.of());
      case VisitEnded(Customer customer) -> whoSee(customer, List.of());
      case CustomerBanned(Customer customer, _) -> whoSee(customer, List.of());
      case CustomerAccessChanged _ -> Audience.ALL_AGENTS;
      case SideStorageUpdated updated ->
          new Audience(List.of(), List.of(), false, List.of(updated.customerId()));
      case GreetingShown shown ->
          new Audience(List.of(), List.of(), false, List.of(shown.customerId()));
      case GoalReached reached ->
          named(
              new Multicast.Scope(
                  reached.groupId().equals(GroupId.ALL),
                  List.of(),
                  List.of(reached.groupId()),
                  List.of()));
      case CustomerConnected _, CustomerDisconnected _, GreetingAwaited _ -> Audience.NOBODY;
    };
  }

  /// The agents whose groups have access to the customer, those who are in a chat with the
  /// customer, and perhaps the customer.
  private Audience whoSee(Customer customer, List<CustomerId> himself) {
    if (customer.access().admits(List.of())) {
      return new Audience(List.of(), List.of(), true, himself);
    }
    var members = new LinkedHashSet<AgentId>();
    for (Chat chat : license.activeChatsOf(customer.id())) {
      members.addAll(chat.presentAgents());
    }
    List<AgentId> there = List.copyOf(members);
    return new Audience(there, witnesses(customer.access(), there), false, himself);
  }

  private Audience ofChat(ChatChange change) {
    Chat chat = license.chatOrNull(change.chatId());
    if (chat == null) {
      return Audience.NOBODY;
    }
    return switch (change) {
      case ThreadStarted _, ThreadClosed _, UserAddedToChat _ -> keyChange(chat, null);
      case UserRemovedFromChat removed -> keyChange(chat, removed.userId());
      case EventAdded added -> inside(chat, added.event().recipients(), null);
      case EventsSeen _,
          ChatPropertiesUpdated _,
          ChatPropertiesDeleted _,
          ThreadPropertiesUpdated _,
          ThreadPropertiesDeleted _ ->
          inside(chat, Recipients.ALL, null);
      case EventPropertiesUpdated updated -> inside(chat, updated.event().recipients(), null);
      case EventPropertiesDeleted deleted -> inside(chat, deleted.event().recipients(), null);
      case PostbackSent sent ->
          sent.announced() ? inside(chat, sent.event().recipients(), null) : Audience.NOBODY;
      case ThreadTagged _, ThreadUntagged _ -> inside(chat, Recipients.AGENTS, null);
      case ChatAccessChanged changed -> accessChange(chat, changed);
      case ChatTransferred _ -> keyChange(chat, null);
      case TypingIndicated typing -> inside(chat, typing.recipients(), typing.author());
      case SneakPeeked peek ->
          peek.shown() ? inside(chat, Recipients.AGENTS, peek.author()) : Audience.NOBODY;
      case ChatFollowed followed ->
          new Audience(List.of(followed.agentId()), List.of(), false, List.of());
      case ChatUnfollowed _, InactivityReviewed _ -> Audience.NOBODY;
    };
  }

  private static Audience inside(Chat chat, Recipients recipients, @Nullable UserId except) {
    var agents = new ArrayList<AgentId>(2);
    var customers = new ArrayList<CustomerId>(1);
    for (Membership member : chat.members()) {
      if (!member.present() || member.userId().equals(except)) {
        continue;
      }
      switch (member.userId()) {
        case AgentId agentId -> agents.add(agentId);
        case CustomerId customerId -> {
          if (recipients == Recipients.ALL) {
            customers.add(customerId);
          }
        }
      }
    }
    for (AgentId follower : chat.followers()) {
      if (!follower.equals(except) && !agents.contains(follower)) {
        agents.add(follower);
      }
    }
    return new Audience(agents, List.of(), false, customers);
  }

  private Audience keyChange(Chat chat, @Nullable UserId gone) {
    Audience inside = inside(chat, Recipients.ALL, null);
    var members = new ArrayList<>(inside.members());
    if (gone instanceof AgentId agentId && !members.contains(agentId)) {
      members.add(agentId);
    }
    var customers = new ArrayList<>(inside.customers());
    if (gone instanceof CustomerId customerId && !customers.contains(customerId)) {
      customers.add(customerId);
    }
    boolean allAgents = chat.access().admits(List.of());
    return new Audience(
        members, allAgents ? List.of() : witnesses(chat.access(), members), allAgents, customers);
  }

  /// Those who had access and those who have it now are told.
  private Audience accessChange(Chat chat, ChatAccessChanged changed) {
    Audience now = keyChange(chat, null);
    if (now.allAgents() || changed.operation() == AccessOperation.GRANT) {
      return now;
    }
    return new Audience(now.members(), List.of(), true, now.customers());
  }

  private List<AgentId> witnesses(Access access, List<AgentId> members) {
    var witnesses = new LinkedHashSet<AgentId>();
    for (GroupId groupId : access.groupIds()) {
      witnesses.addAll(license.routing().roster().present(groupId));
    }
    members.forEach(witnesses::remove);
    return List.copyOf(witnesses);
  }

  private Audience named(Multicast.Scope scope) {
    if (scope.allAgents()) {
      return new Audience(List.of(), List.of(), true, scope.customerIds());
    }
    var agents = new LinkedHashSet<>(scope.agentIds());
    for (AgentId agentId : license.loggedInAgents()) {
      Agent agent = license.agentOrNull(agentId);
      if (agent != null && scope.groupIds().stream().anyMatch(agent::isIn)) {
        agents.add(agentId);
      }
    }
    return new Audience(List.copyOf(agents), List.of(), false, scope.customerIds());
  }
}
