package io.parley.testkit.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.testkit.CustomerAccess;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.RtmClient;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestLicense;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Those who make requests at random, and what they know of: chats and people of their license and
/// of another. Whoever is thrown out comes back.
final class Crowd {
  private static final Pattern PLACE = Pattern.compile("\\$(chat|thread|event|customer|agent)");
  private static final int REQUESTS_PER_CHAT = 60;
  private static final List<String> UNKNOWN =
      List.of(
          "PJ0MRSHTDG",
          "K600PKZON8_1",
          "b7eff798-f8df-4364-8059-649c35c9ed0c",
          "nobody@example.com",
          "",
          "x".repeat(300),
          "0",
          "-1",
          "../../etc/passwd");

  private final ParleyServer server;
  private final RandomGenerator chance;
  private final List<String> foreign;
  private final List<String> chats = new ArrayList<>();
  private final List<String> threads = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private final List<String> customers = new ArrayList<>();
  private final List<String> agents = List.of("anna@example.com", "ben@example.com");
  private CustomerAccess access;
  private @Nullable RtmClient agent;
  private @Nullable RtmClient customer;
  private int requests;

  Crowd(ParleyServer server, RandomGenerator chance) {
    this.server = server;
    this.chance = chance;
    this.access = server.access();
    this.foreign = foreignIds();
    agent();
    meet();
  }

  String agentToken() {
    return TestLicense.tokenOf("anna@example.com");
  }

  String customerToken() {
    return access.token();
  }

  CustomerAccess access() {
    return access;
  }

  /// Anna's connection.
  RtmClient agent() {
    RtmClient known = agent;
    if (known == null || !known.isOpen()) {
      known = server.connection("/v3.1/agent/rtm/ws");
      loggedIn(known, agentToken());
      agent = known;
    }
    return known;
  }

  /// The connection of a customer in a chat; another customer's now and then.
  RtmClient customer() {
    RtmClient known = customer;
    if (known == null || !known.isOpen() || ++requests % REQUESTS_PER_CHAT == 0) {
      known = meet();
    }
    return known;
  }

  /// True if there is a documented reason for the end of this connection.
  boolean mayBeClosed(RtmClient connection) {
    return connection == agent
        || connection.waitingPushes("customer_disconnected").stream()
            .anyMatch(push -> push.at("/payload/reason").asText().equals("customer_banned"));
  }

  /// The ids of everything.
  List<String> ids() {
    var ids = new ArrayList<>(UNKNOWN);
    List.of(foreign, chats, threads, events, customers, agents).forEach(ids::addAll);
    return ids;
  }

  /// The template with ids in its places, most of them fitting ones.
  String fill(String template) {
    return PLACE.matcher(template).replaceAll(this::id);
  }

  private String id(MatchResult place) {
    if (chance.nextInt(5) == 0) {
      List<String> ids = ids();
      return ids.get(chance.nextInt(ids.size()));
    }
    List<String> fitting =
        switch (place.group(1)) {
          case "chat" -> chats;
          case "thread" -> threads;
          case "event" -> events;
          case "customer" -> customers;
          default -> agents;
        };
    int newest = Math.max(0, fitting.size() - 3);
    return fitting.get(chance.nextInt(newest, fitting.size()));
  }

  /// Another customer comes and starts a chat with a button to press.
  private RtmClient meet() {
    access = server.access();
    RtmClient known = server.connection("/v3.1/customer/rtm/ws?license_id=100");
    loggedIn(known, access.token());
    var started =
        known.request(
            "start_chat",
            """
            {continuous: true, chat: {thread: {events: [{type: 'rich_message', recipients: 'all',
              template_id: 'cards', elements: [{title: 't', buttons: [
                {text: 'yes', postback_id: 'p', user_ids: []}]}]}]}}}""");
    chats.add(started.payload().path("chat_id").asText());
    threads.add(started.payload().path("thread_id").asText());
    events.add(started.payload().at("/event_ids/0").asText());
    customers.add(access.customerId());
    customer = known;
    return known;
  }

  private static void loggedIn(RtmClient connection, String token) {
    var login = connection.request("login", "{token: 'Bearer %s'}", token);
    if (!login.success()) {
      throw new AssertionError("no login: " + login.payload());
    }
  }

  private List<String> foreignIds() {
    var web = server.web();
    String token = TestLicense.tokenOf("dora@example.com");
    var started =
        web.agent(
            token,
            "start_chat",
            "{continuous: true, chat: {thread: {events: [{type: 'message', text: 'ours', recipients: 'all'}]}}}");
    var made = web.agent(token, "create_customer", "{name: 'Foreigner'}");
    return List.of(
        started.body().path("chat_id").asText(),
        started.body().path("thread_id").asText(),
        started.body().at("/event_ids/0").asText(),
        made.body().path("customer_id").asText(),
        "dora@example.com");
  }

  /// True if nothing has changed in the chat of the other license.
  boolean foreignChatIsUntouched() {
    JsonNode chat =
        server
            .web()
            .agent(
                TestLicense.tokenOf("dora@example.com"),
                "get_chat_threads",
                "{chat_id: '%s'}",
                foreign.getFirst())
            .body()
            .path("chat");
    return chat.at("/threads/0/events").findValuesAsText("text").equals(List.of("ours"))
        && chat.path("users").size() == 1;
  }

  /// The id of the chat that is talked about at the moment.
  TestChat chat() {
    return new TestChat(chats.getLast(), threads.getLast());
  }
}
