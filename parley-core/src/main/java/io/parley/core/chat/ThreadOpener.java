package io.parley.core.chat;

import io.parley.core.Context;
import io.parley.core.Rejection;
import io.parley.core.access.Access;
import io.parley.core.customer.Customer;
import io.parley.core.event.Event;
import io.parley.core.event.NewEvent;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyLocation;
import io.parley.core.property.PropertyRules;
import io.parley.core.property.PropertyValue.Flag;
import io.parley.core.property.PropertyValue.Text;
import io.parley.core.routing.Router;
import io.parley.core.routing.Routing;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens a thread, in a new chat or in one that rests: what starting and activating have in common.
final class ThreadOpener {
  private final License license;
  private final Context context;
  private final Caller caller;
  private final ChatOpening opening;
  private final Access access;

  ThreadOpener(License license, Context context, Caller caller, ChatOpening opening) {
    this.license = license;
    this.context = context;
    this.caller = caller;
    this.opening = opening;
    this.access = opening.access() == null ? Access.ALL_AGENTS : opening.access();
  }

  /// What about the request can't be, whatever the chat.
  Optional<Rejection> objection() {
    if (caller instanceof Caller.ByAgent agent && license.agentOrNull(agent.id()) == null) {
      return Optional.of(new Rejection.RequesterUnknown(agent.id()));
    }
    if (caller instanceof Caller.ByCustomer customer
        && license.isBanned(customer.id(), context.now())) {
      return Optional.of(new Rejection.CustomerIsBanned(customer.id()));
    }
    for (GroupId groupId : access.groupIds()) {
      if (license.groupOrNull(groupId) == null) {
        return Optional.of(new Rejection.GroupNotFound("chat.access.group_ids", groupId));
      }
    }
    CustomerId customerId = opening.customerId();
    if (customerId != null && license.customerOrNull(customerId) == null) {
      return Optional.of(new Rejection.CustomerNotFound("chat.users", customerId));
    }
    return propertyObjection();
  }

  private Optional<Rejection> propertyObjection() {
    PropertyRules rules = license.propertyRules();
    Optional<Rejection> objection =
        rules
            .objectionToSetting(
                caller, PropertyLocation.CHAT, "chat.properties", opening.chatProperties())
            .or(
                () ->
                    rules.objectionToSetting(
                        caller,
                        PropertyLocation.THREAD,
                        "chat.thread.properties",
                        opening.threadProperties()));
    for (int i = 0; i < opening.events().size() && objection.isEmpty(); i++) {
      objection =
          rules.objectionToSetting(
              caller,
              PropertyLocation.EVENT,
              "chat.thread.events[" + i + "].properties",
              opening.events().get(i).properties());
    }
    return objection;
  }

  /// Whom the chat goes to: to the agent who opens it, else to whom the router says.
  Routing route() {
    return caller instanceof Caller.ByAgent agent
        ? new Routing.Assigned(agent.id())
        : Router.route(license, access);
  }

  /// True if the chat may be open although no agent is there for it.
  boolean continuous(@Nullable Chat before) {
    if (license.settings().continuousChats()) {
      return true;
    }
    if (opening.continuous() != null) {
      return opening.continuous();
    }
    return before != null && before.properties().flag("routing", "continuous");
  }

  /// The new thread with everything that belongs to it.
  ThreadStarted open(@Nullable Chat before, Routing routing) {
    boolean continuous = continuous(before);
    boolean unassigned = !(routing instanceof Routing.Assigned);
    ChatId chatId = before == null ? new ChatId(context.nextId()) : before.id();
    var thread =
        new ChatThread(
            new ThreadId(context.nextId()),
            before == null ? 1 : before.nextOrdinal(),
            context.now(),
            access,
            threadProperties(continuous, unassigned).with(opening.threadProperties()),
            List.of(),
            List.of(),
            0,
            context.now(),
            null);
    var members = members(before, routing);
    var events = new ArrayList<Event>(opening.events().size());
    for (NewEvent newEvent : opening.events()) {
      Event event =
          newEvent.stamped(
              thread.nextEventId(), caller.userId(), thread.nextEventTime(context.now()));
      events.add(event);
      thread = thread.withEvent(event.createdAt());
    }
    for (Membership member : members) {
      if (member.present()) {
        thread = thread.withUser(member.userId());
      }
    }
    Properties old = before == null ? Properties.NONE : before.properties();
    var chat =
        new Chat(
            chatId,
            before == null ? context.now() : before.createdAt(),
            access,
            old.with(chatProperties(continuous, unassigned)).with(opening.chatProperties()),
            members,
            List.of(),
            thread);
    return new ThreadStarted(chat, events, customerAfter(chat, before == null), before == null);
  }

  private @Nullable Customer customerAfter(Chat chat, boolean newChat) {
    return chat.customerId()
        .map(license::customerOrNull)
        .map(customer -> customer.with(customer.statistics().withThread(newChat)))
        .orElse(null);
  }

  private List<Membership> members(@Nullable Chat before, Routing routing) {
    var members = new ArrayList<Membership>();
    if (before != null) {
      for (Membership member : before.members()) {
        members.add(member.withPresent(member.userId() instanceof CustomerId));
      }
    }
    if (caller instanceof Caller.ByCustomer customer) {
      join(members, customer.id());
    }
    if (opening.customerId() != null) {
      join(members, opening.customerId());
    }
    if (routing instanceof Routing.Assigned(AgentId agentId)) {
      join(members, agentId);
    }
    return members;
  }

  private static void join(List<Membership> members, UserId userId) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).userId().equals(userId)) {
        members.set(i, members.get(i).withPresent(true));
        return;
      }
    }
    members.add(Membership.joining(userId));
  }

  private Properties chatProperties(boolean continuous, boolean unassigned) {
    return source()
        .with("routing", "continuous", new Flag(continuous))
        .with("routing", "unassigned", new Flag(unassigned));
  }

  private Properties threadProperties(boolean continuous, boolean unassigned) {
    return chatProperties(continuous, unassigned).with("routing", "idle", new Flag(false));
  }

  private Properties source() {
    String clientId = caller.clientId();
    if (clientId == null) {
      return Properties.NONE;
    }
    Properties source = Properties.of("source", "client_id", new Text(clientId));
    return caller instanceof Caller.ByCustomer
        ? source.with("source", "customer_client_id", new Text(clientId))
        : source;
  }
}
