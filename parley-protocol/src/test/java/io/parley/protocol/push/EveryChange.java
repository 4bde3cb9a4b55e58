package io.parley.protocol.push;

import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.BERT;
import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.CARL_PROFILE;
import static io.parley.protocol.json.Acme.CHAT_ID;
import static io.parley.protocol.json.Acme.LICENSE;
import static io.parley.protocol.json.Acme.THREAD_ID;
import static io.parley.protocol.json.Acme.at;
import static io.parley.protocol.json.Acme.chat;
import static io.parley.protocol.json.Acme.event;
import static io.parley.protocol.json.Acme.message;
import static io.parley.protocol.json.Acme.thread;

import io.parley.core.Change;
import io.parley.core.Json;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.agent.AgentConnected;
import io.parley.core.agent.AgentDeleted;
import io.parley.core.agent.AgentDisconnected;
import io.parley.core.agent.AwayStatusSet;
import io.parley.core.agent.LetterPosted;
import io.parley.core.agent.PushNotificationsChanged;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.chat.ChatAccessChanged;
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
import io.parley.core.chat.TransferTarget;
import io.parley.core.chat.TypingIndicated;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.chat.UserRemovedFromChat;
import io.parley.core.content.ShownGreeting;
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
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.event.Recipients;
import io.parley.core.event.RichElement;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.license.GroupConfigured;
import io.parley.core.license.GroupDeleted;
import io.parley.core.license.LicenseConfigured;
import io.parley.core.license.Multicast;
import io.parley.core.license.Multicasted;
import io.parley.core.license.PropertiesDefined;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue.Whole;
import io.parley.core.routing.QueueReviewed;
import io.parley.core.user.AgentId;
import io.parley.core.user.UserId;
import io.parley.core.webhook.BotWebhooksSet;
import io.parley.core.webhook.Webhook;
import io.parley.core.webhook.WebhookAction;
import io.parley.core.webhook.WebhookFilters;
import io.parley.core.webhook.WebhookId;
import io.parley.core.webhook.WebhookRegistered;
import io.parley.core.webhook.WebhookUnregistered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Changes of every kind.
public final class EveryChange {
  private static final Instant NOW = at("2020-05-01T11:00:00Z");
  private static final Properties SCORE = Properties.of("rating", "score", new Whole(1));
  private static final Map<String, List<String>> NAMES = Map.of("rating", List.of("score"));

  private EveryChange() {}

  /// One change of each kind at least, by an agent, in a chat with another one.
  static List<Change> by(AgentId agent, AgentId other) {
    var changes = new ArrayList<Change>();
    changes.addAll(inChats(agent, other));
    changes.addAll(ofCustomers());
    changes.addAll(ofAgents(agent));
    changes.addAll(ofWebhooks());
    return changes;
  }

  /// The same, in the license of [io.parley.protocol.json.Acme].
  public static List<Change> atAcme() {
    return by(ANNA.id(), BERT.id());
  }

  /// The kinds of changes that there are.
  static List<String> kinds() {
    return leaves(Change.class).map(Class::getSimpleName).toList();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EveryChange::leaves)
        : Stream.of(type);
  }

  private static List<Change> inChats(AgentId agent, AgentId other) {
    Event hello = message(1, agent, Recipients.ALL, "hello");
    var changes = new ArrayList<Change>();
    changes.add(new ThreadStarted(chat(thread(null)), List.of(hello), CARL_PROFILE, true));
    changes.add(new ChatFollowed(agent, chat(thread(null)), List.of(hello), CARL_PROFILE));
    changes.add(new ChatUnfollowed(CHAT_ID, agent));
    changes.add(new ThreadClosed(CHAT_ID, THREAD_ID, agent, NOW));
    changes.add(new InactivityReviewed(CHAT_ID, NOW));
    changes.add(
        new UserAddedToChat(
            CHAT_ID,
            THREAD_ID,
            Membership.joining(other),
            null,
            UserAddedToChat.Reason.MANUAL,
            agent));
    changes.add(new UserRemovedFromChat(CHAT_ID, THREAD_ID, other, agent));
    changes.add(new EventAdded(CHAT_ID, hello));
    changes.add(new EventsSeen(CHAT_ID, agent, NOW));
    changes.add(new TypingIndicated(CHAT_ID, THREAD_ID, agent, Recipients.ALL, true, NOW));
    changes.add(new SneakPeeked(CHAT_ID, THREAD_ID, CARL, "hel", NOW, true));
    changes.add(pressed(agent, other));
    for (AccessOperation operation : AccessOperation.values()) {
      changes.add(
          new ChatAccessChanged(
              CHAT_ID, operation, Access.of(new GroupId(1)), Access.of(new GroupId(1))));
    }
    changes.add(transferred(agent, new TransferTarget.ToAgents(List.of(other, agent))));
    changes.add(transferred(agent, new TransferTarget.ToGroups(List.of(new GroupId(1)))));
    changes.add(new ThreadTagged(CHAT_ID, THREAD_ID, "bug"));
    changes.add(new ThreadUntagged(CHAT_ID, THREAD_ID, "bug"));
    changes.add(new ChatPropertiesUpdated(CHAT_ID, SCORE));
    changes.add(new ChatPropertiesDeleted(CHAT_ID, NAMES));
    changes.add(new ThreadPropertiesUpdated(CHAT_ID, THREAD_ID, SCORE));
    changes.add(new ThreadPropertiesDeleted(CHAT_ID, THREAD_ID, NAMES, Properties.NONE));
    changes.add(new EventPropertiesUpdated(CHAT_ID, hello.with(SCORE), SCORE));
    changes.add(new EventPropertiesDeleted(CHAT_ID, hello, NAMES));
    return changes;
  }

  private static Change transferred(AgentId agent, TransferTarget target) {
    return new ChatTransferred(CHAT_ID, THREAD_ID, agent, target, NOW);
  }

  private static Change pressed(UserId agent, AgentId other) {
    var button =
        new RichElement.Button("yes", null, null, null, "yes", List.of(CARL, agent, other));
    var cards =
        new EventBody.RichMessage(
            "cards", List.of(new RichElement("Well?", null, null, List.of(button))));
    return new PostbackSent(
        CHAT_ID, event(2, other, Recipients.ALL, cards), agent, "yes", true, true);
  }

  private static List<Change> ofCustomers() {
    var page = new Customer.Page(NOW, "https://acme.example/", null);
    Customer.LastVisit ended = CARL_PROFILE.lastVisit().ended(NOW);
    return List.of(
        new CustomerRegistered(CARL_PROFILE),
        new CustomerUpdated(CARL_PROFILE, Set.of(CustomerUpdated.Part.NAME)),
        new CustomerBanned(CARL_PROFILE, 3),
        new CustomerAccessChanged(CARL, AccessOperation.SET, Access.ALL_AGENTS, Access.ALL_AGENTS),
        new CustomerConnected(CARL, "c1"),
        new CustomerDisconnected(CARL, "c1", NOW),
        new VisitStarted(CARL_PROFILE),
        new PageViewed(CARL_PROFILE, page),
        new VisitEnded(CARL_PROFILE.with(ended)),
        new SideStorageUpdated(CARL, Map.of("customer_visits", "1")),
        new GreetingAwaited(CARL, null, null),
        new GreetingShown(CARL, new ShownGreeting(1, "a1", "Hello", ANNA.id(), true)),
        new GoalReached(CARL, GroupId.ALL, 7, "Checkout", NOW, null));
  }

  private static List<Change> ofWebhooks() {
    var id = new WebhookId("5c9871d5372c824cbf22d860a707a579");
    var webhook =
        new Webhook(
            id,
            "3.1",
            "client-1",
            null,
            WebhookAction.EVENT_ADDED,
            "https://receiver.example/",
            "secret",
            null,
            WebhookFilters.NONE,
            List.of());
    return List.of(
        new WebhookRegistered(webhook),
        new WebhookUnregistered(id),
        new BotWebhooksSet(ANNA.id(), List.of(webhook)));
  }

  private static List<Change> ofAgents(AgentId agent) {
    var everybody = new Multicast.Scope(true, List.of(), List.of(), List.of(CARL));
    return List.of(
        new AgentConfigured(ANNA, false),
        new AgentDeleted(ANNA, NOW),
        new AgentConnected(agent, "c2"),
        new AgentDisconnected(agent, "c2", true, NOW),
        new AwayStatusSet(agent, "c2", true),
        new LetterPosted(agent, LetterPosted.Subject.INVITATION, List.of(agent)),
        new PushNotificationsChanged(agent, "token", "ios", true),
        new RoutingStatusSet(agent, RoutingStatus.ACCEPTING_CHATS),
        new GroupConfigured(new Group(new GroupId(1), "Sales"), false),
        new GroupDeleted(new GroupId(1)),
        new PropertiesDefined(List.of()),
        new QueueReviewed(NOW),
        new LicenseConfigured(LICENSE.profile()),
        new Multicasted(agent, everybody, new Json("{}"), "news"));
  }
}
