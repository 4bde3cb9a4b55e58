package io.parley.protocol.push;

import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.CARL_PROFILE;
import static io.parley.protocol.json.Acme.CHAT_ID;
import static io.parley.protocol.json.Acme.LICENSE;
import static io.parley.protocol.json.Acme.THREAD_ID;
import static io.parley.protocol.json.Acme.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Change;
import io.parley.core.access.Access;
import io.parley.core.agent.Agent;
import io.parley.core.agent.Permission;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatFollowed;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.EventPropertiesDeleted;
import io.parley.core.chat.EventPropertiesUpdated;
import io.parley.core.chat.EventsSeen;
import io.parley.core.chat.Membership;
import io.parley.core.chat.PostbackSent;
import io.parley.core.chat.ThreadClosed;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.chat.TypingIndicated;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.chat.UserRemovedFromChat;
import io.parley.core.chat.Visibility;
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.event.EventId;
import io.parley.core.event.EventType;
import io.parley.core.event.Recipients;
import io.parley.core.event.RichElement;
import io.parley.core.event.SystemMessages;
import io.parley.core.license.LicenseView;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue.Flag;
import io.parley.core.query.Answer;
import io.parley.core.query.ChatFilter;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.UserId;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.frame.Frames;
import io.parley.protocol.method.Call;
import io.parley.protocol.response.ResponseRenderer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever happens in a chat, customers learn no address of an agent, and nothing that is for
/// agents.
class CustomerSecrecyTest {
  private static final String SECRET = "for agents' eyes";
  private static final String DOMAIN = "@acme.example";

  /// What happened: who was there, who of them is still an agent, what was said.
  record Story(LicenseView license, List<Membership> members, List<Event> events) {
    UserId someone(int index) {
      return members.get(Math.floorMod(index, members.size())).userId();
    }
  }

  @Provide
  Arbitrary<Story> stories() {
    Arbitrary<String> local =
        Arbitraries.strings().withChars("abcdefghij.+-_").ofMinLength(1).ofMaxLength(8);
    Arbitrary<List<AgentId>> agents =
        local
            .map(name -> new AgentId(name + DOMAIN))
            .list()
            .uniqueElements()
            .ofMinSize(1)
            .ofMaxSize(4);
    return agents.flatMap(
        ids ->
            Combinators.combine(
                    membership(ids).list().ofMaxSize(6),
                    event(ids).list().ofMaxSize(8),
                    Arbitraries.integers().between(0, ids.size()))
                .as((members, events, known) -> story(ids.subList(0, known), members, events)));
  }

  private static Story story(List<AgentId> known, List<Membership> members, List<Event> events) {
    var agents = new HashMap<AgentId, Agent>();
    var statuses = new HashMap<AgentId, RoutingStatus>();
    for (AgentId id : known) {
      agents.put(id, agent(id, agents.size()));
      statuses.put(id, RoutingStatus.ACCEPTING_CHATS);
    }
    var all = new ArrayList<Membership>();
    all.add(Membership.joining(CARL));
    all.addAll(members);
    var numbered = new ArrayList<Event>();
    for (Event event : events) {
      numbered.add(
          new Event(
              new EventId(THREAD_ID, numbered.size() + 1),
              event.customId(),
              event.createdAt(),
              event.author(),
              event.recipients(),
              event.properties(),
              event.body()));
    }
    return new Story(
        new LicenseView(LICENSE.profile(), LICENSE.groups(), agents, statuses), all, numbered);
  }

  private static Agent agent(AgentId id, int number) {
    return new Agent(
        id,
        "account-" + number,
        "public-" + number,
        number % 2 == 0 ? id.value() : "Agent " + number,
        Permission.NORMAL,
        null,
        null,
        6,
        new TreeMap<>(),
        null);
  }

  private static Arbitrary<Membership> membership(List<AgentId> agents) {
    return Combinators.combine(
            Arbitraries.of(agents), Arbitraries.of(true, false), Arbitraries.of(Visibility.class))
        .as((id, present, visibility) -> new Membership(id, present, visibility, null));
  }

  private static Arbitrary<Event> event(List<AgentId> agents) {
    return Combinators.combine(
            Arbitraries.of(agents),
            Arbitraries.of(Recipients.class),
            Arbitraries.of(EventType.class),
            Arbitraries.of(true, false))
        .as(
            (agent, recipients, type, byCustomer) ->
                new Event(
                    new EventId(THREAD_ID, 1),
                    null,
                    at("2020-05-01T10:00:00Z"),
                    byCustomer ? CARL : agent,
                    recipients,
                    Properties.of("routing", "idle", new Flag(true)),
                    body(type, agent, recipients == Recipients.AGENTS ? SECRET : "hello")));
  }

  private static EventBody body(EventType type, AgentId agent, String text) {
    return switch (type) {
      case MESSAGE -> new EventBody.Message(text, null);
      case FILE -> new EventBody.File(text, "https://acme.example/f", "text/plain", 1, null);
      case FILLED_FORM -> new EventBody.FilledForm(text, List.of());
      case CUSTOM -> new EventBody.Custom(null);
      case SYSTEM_MESSAGE -> SystemMessages.transferred(agent.value(), agent.value() + ", General");
      case RICH_MESSAGE ->
          new EventBody.RichMessage(
              "cards",
              List.of(
                  new RichElement(
                      text,
                      null,
                      null,
                      List.of(
                          new RichElement.Button("x", null, null, null, "x", List.of(agent))))));
    };
  }

  @Property(tries = 500)
  void shouldKeepAddressesAndWhatIsForAgentsFromCustomers(
      @ForAll("stories") Story story, @ForAll int one, @ForAll int other) {
    var sent = new ArrayList<String>();
    for (Change change : changes(story, story.someone(one), story.someone(other))) {
      new PushRenderer()
          .render(ApiVersion.V3_1, Api.CUSTOMER, change, story.license())
          .forEach(push -> sent.add(push.frameFor(null)));
    }
    sent.addAll(answers(story));

    assertThat(sent).hasSizeGreaterThanOrEqualTo(5);
    assertThat(sent)
        .noneMatch(frame -> frame.contains(DOMAIN))
        .noneMatch(frame -> frame.contains(SECRET))
        .noneMatch(frame -> frame.contains("\"agents\""))
        .noneMatch(frame -> frame.contains("\"idle\""))
        .noneMatch(frame -> frame.contains("\"last_visit\""))
        .noneMatch(frame -> frame.contains("\"visit_id\""))
        .noneMatch(frame -> frame.contains("\"tag"));
  }

  private static List<Change> changes(Story story, UserId user, UserId other) {
    Chat chat = chat(story);
    var changes = new ArrayList<Change>();
    changes.add(new ThreadStarted(chat, story.events(), CARL_PROFILE, true));
    changes.add(new ThreadClosed(CHAT_ID, THREAD_ID, user, at("2020-05-01T11:00:00Z")));
    changes.add(new UserRemovedFromChat(CHAT_ID, THREAD_ID, user, other));
    changes.add(new EventsSeen(CHAT_ID, user, at("2020-05-01T11:00:00Z")));
    for (Recipients recipients : Recipients.values()) {
      changes.add(
          new TypingIndicated(
              CHAT_ID, THREAD_ID, user, recipients, true, at("2020-05-01T11:00:00Z")));
    }
    for (Membership member : story.members()) {
      changes.add(
          new UserAddedToChat(
              CHAT_ID, THREAD_ID, member, null, UserAddedToChat.Reason.MANUAL, other));
      if (member.userId() instanceof AgentId agentId) {
        changes.add(new RoutingStatusSet(agentId, RoutingStatus.ACCEPTING_CHATS));
        changes.add(new ChatFollowed(agentId, chat, story.events(), CARL_PROFILE));
      }
    }
    for (Event event : story.events()) {
      changes.add(new EventAdded(CHAT_ID, event));
      changes.add(new EventPropertiesUpdated(CHAT_ID, event, event.properties()));
      changes.add(new EventPropertiesDeleted(CHAT_ID, event, Map.of("routing", List.of("idle"))));
      changes.add(new PostbackSent(CHAT_ID, event, user, "x", true, true));
    }
    changes.addAll(EveryChange.by(agentOr(user), agentOr(other)));
    return changes;
  }

  private static AgentId agentOr(UserId user) {
    return user instanceof AgentId agentId ? agentId : new AgentId("nobody" + DOMAIN);
  }

  private static List<String> answers(Story story) {
    var call = new Call(ApiVersion.V3_1, new Caller.ByCustomer(CARL, null), null);
    Chat chat = chat(story);
    var lastEvents = new EnumMap<EventType, Answer.LastEvent>(EventType.class);
    story
        .events()
        .forEach(event -> lastEvents.put(event.type(), new Answer.LastEvent(THREAD_ID, 1, event)));
    var chats =
        new Answer.Chats(
            List.of(new Answer.ChatSummary(chat, lastEvents, true)),
            1,
            null,
            null,
            Map.of(CARL, CARL_PROFILE));
    var whole =
        new Answer.ChatWithThreads(
            chat,
            List.of(new Answer.ThreadWithEvents(thread(story), story.events())),
            List.of(new Answer.ThreadEntry(THREAD_ID, 1)),
            Map.of(CARL, CARL_PROFILE));
    var renderer = new ResponseRenderer();
    return List.of(
        Frames.body(
            renderer.answer(
                call,
                new Query.Chats(
                    call.caller(), ChatFilter.ALL, Order.ASCENDING, new Page.ByOffset(0, 10)),
                chats,
                story.license())),
        Frames.body(
            renderer.answer(
                call,
                new Query.ThreadsWithEvents(call.caller(), CHAT_ID, null),
                whole,
                story.license())));
  }

  private static ChatThread thread(Story story) {
    return new ChatThread(
        THREAD_ID,
        1,
        at("2020-05-01T10:00:00Z"),
        Access.ALL_AGENTS,
        Properties.of("routing", "idle", new Flag(true)),
        List.of(),
        story.members().stream().map(Membership::userId).toList(),
        story.events().size(),
        at("2020-05-01T10:00:00Z"),
        null);
  }

  private static Chat chat(Story story) {
    return new Chat(
        CHAT_ID,
        at("2020-05-01T10:00:00Z"),
        Access.ALL_AGENTS,
        Properties.of("routing", "idle", new Flag(true)),
        story.members(),
        List.of(),
        thread(story));
  }
}
