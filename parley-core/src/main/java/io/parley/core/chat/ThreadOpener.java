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
import io.parley.core.routing.Admission;
import io.parley.core.routing.Demand;
import io.parley.core.routing.EventSigns;
import io.parley.core.routing.Router;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Opens a thread, in a new chat or in one that rests: what starting and activating have in common.
final class ThreadOpener {
  private static final String ROUTING = "routing";
  private static final String PINNED = "pinned";

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
    return propertyObjection().or(this::fileObjection);
  }

  private Optional<Rejection> fileObjection() {
    Optional<Rejection> objection = Optional.empty();
    for (int i = 0; i < opening.events().size() && objection.isEmpty(); i++) {
      String field = "chat.thread.events[" + i + "]";
      objection = SentFiles.objection(license, context, field, opening.events().get(i));
    }
    return objection;
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

  /// What becomes of the chat: the agent who opens it has it, else the router decides.
  Admission admit(@Nullable Chat before) {
    if (caller instanceof Caller.ByAgent agent) {
      return new Admission.Given(agent.id());
    }
    Properties wanted = propertiesOf(before).with(opening.chatProperties());
    List<AgentId> preferred =
        before != null && license.settings().preferLastAgent()
            ? before.presentAgents().reversed()
            : List.of();
    var demand =
        new Demand(
            access, opening.threadProperties().flag(ROUTING, "ignore_bots"), Set.of(), preferred);
    return Router.admit(
        license,
        demand,
        !wanted.flag(ROUTING, "ignore_agents_routing"),
        continuous(before) || wanted.flag(ROUTING, PINNED));
  }

  private static Properties propertiesOf(@Nullable Chat chat) {
    return chat == null ? Properties.NONE : chat.properties();
  }

  /// True if the chat may be open although no agent is there for it.
  boolean continuous(@Nullable Chat before) {
    if (license.settings().continuousChats()) {
      return true;
    }
    if (opening.continuous() != null) {
      return opening.continuous();
    }
    return propertiesOf(before).flag(ROUTING, "continuous");
  }

  /// The new thread with everything that belongs to it.
  ThreadStarted open(@Nullable Chat before, Admission admission) {
    ChatId chatId = before == null ? new ChatId(context.nextId()) : before.id();
    Properties state = state(continuous(before), admission);
    var thread =
        new ChatThread(
            new ThreadId(context.nextId()),
            before == null ? 1 : before.nextOrdinal(),
            context.now(),
            access,
            state.with(threadProperties()).with(opening.threadProperties()),
            List.of(),
            List.of(),
            0,
            context.now(),
            null);
    var members = members(before, admission);
    boolean replied = false;
    var events = new ArrayList<Event>(opening.events().size());
    for (NewEvent newEvent : opening.events()) {
      Event event =
          SentFiles.known(license, context, newEvent)
              .stamped(thread.nextEventId(), caller.userId(), thread.nextEventTime(context.now()));
      events.add(event);
      thread = thread.withEvent(event.createdAt());
      replied |= EventSigns.isReply(event);
    }
    thread =
        thread.withProperties(thread.properties().with(ROUTING, "unreplied", new Flag(!replied)));
    for (Membership member : members) {
      if (member.present()) {
        thread = thread.withUser(member.userId());
      }
    }
    var chat =
        new Chat(
            chatId,
            before == null ? context.now() : before.createdAt(),
            access,
            propertiesOf(before)
                .with(state)
                .with(unpinned(before, admission))
                .with(opening.chatProperties()),
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

  private List<Membership> members(@Nullable Chat before, Admission admission) {
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
    if (admission instanceof Admission.Given(AgentId agentId)) {
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

  /// What is noted on the chat and on the thread alike.
  private Properties state(boolean continuous, Admission admission) {
    Properties state =
        source()
            .with(ROUTING, "continuous", new Flag(continuous))
            .with(ROUTING, "unassigned", new Flag(!(admission instanceof Admission.Given)));
    return admission instanceof Admission.Unassigned
        ? state.with(ROUTING, PINNED, new Flag(true))
        : state;
  }

  /// What is noted on a chat that was pinned and has an agent now.
  private static Properties unpinned(@Nullable Chat before, Admission admission) {
    return admission instanceof Admission.Given && propertiesOf(before).flag(ROUTING, PINNED)
        ? Properties.of(ROUTING, PINNED, new Flag(false))
            .with(ROUTING, "was_pinned", new Flag(true))
        : Properties.NONE;
  }

  /// What is noted on the thread alone: among others where its customer came from.
  private Properties threadProperties() {
    Properties properties = Properties.of(ROUTING, "idle", new Flag(false));
    Customer customer =
        caller instanceof Caller.ByCustomer(var id, _) ? license.customerOrNull(id) : null;
    Customer.LastVisit visit = customer == null ? null : customer.lastVisit();
    if (visit == null || visit.endedAt() != null) {
      return properties;
    }
    if (!visit.lastPages().isEmpty()) {
      properties =
          properties.with(ROUTING, "start_url", new Text(visit.lastPages().getLast().url()));
    }
    return visit.referrer() == null
        ? properties
        : properties.with(ROUTING, "referrer", new Text(visit.referrer()));
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
