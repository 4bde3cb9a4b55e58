package io.parley.server.demo.bot;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bot at work: it is first in the group of the shop's page, answers, and hands over.
public final class ShopBot implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ShopBot.class);

  private static final String TOKEN = "dal:demo-bot";
  private static final String NAME = "Fern";
  private static final List<Integer> GROUPS = List.of(1, 2);
  private static final int MAX_CHATS = 100;

  private final ShopApi api;
  private final URI server;
  private final Duration pace;
  private final BotScript script = BotScript.read();
  private final Map<String, Talk> talksByChat = new ConcurrentHashMap<>();
  private final CountDownLatch gone = new CountDownLatch(1);
  private final BotDoor door;
  private volatile String botId = "";

  /// Comes to work.
  ///
  /// @param hired whether it is made if there is none; else one from an earlier run is looked for
  /// @param secretKey that the server proves itself by
  /// @param pace how long it writes before it says something
  public ShopBot(URI server, boolean hired, String secretKey, Duration pace) {
    this.server = server;
    this.pace = pace;
    this.api = new ShopApi(server, TOKEN);
    this.door = new BotDoor(secretKey, this::told);
    try {
      Optional<String> known = known();
      if (known.isPresent() || hired) {
        botId = known.isPresent() ? known.get() : made();
        begin(secretKey);
      }
    } catch (ShopApi.Refused e) {
      close();
      throw new IllegalStateException("the demo's bot can't work: " + e.getMessage(), e);
    }
  }

  private Optional<String> known() throws ShopApi.Refused {
    JsonNode bots = api.configure("get_bot_agents", Map.of("all", false)).path("bot_agents");
    return bots.valueStream()
        .filter(bot -> bot.path("name").asText().equals(NAME))
        .map(bot -> bot.path("id").asText())
        .findFirst();
  }

  private String made() throws ShopApi.Refused {
    return api.configure("create_bot_agent", Map.of("name", NAME, "status", "offline"))
        .path("bot_agent_id")
        .asText();
  }

  /// It takes the chats of the shop's page before people do, and none of group 0.
  private void begin(String secretKey) throws ShopApi.Refused {
    var itsChats = Map.of("chat_member_ids", Map.of("agents_any", List.of(botId)));
    var about = new LinkedHashMap<String, Object>();
    about.put("id", botId);
    about.put("job_title", "The shop’s assistant");
    about.put("avatar", server.resolve("/demo/pictures/fern.svg").toString());
    about.put("max_chats_count", MAX_CHATS);
    about.put("default_group_priority", "supervisor");
    about.put("groups", List.of(Map.of("id", GROUPS.getFirst(), "priority", "first")));
    about.put(
        "webhooks",
        Map.of(
            "url",
            door.url(),
            "secret_key",
            secretKey,
            "actions",
            List.of(
                Map.of("name", "incoming_chat_thread", "filters", itsChats),
                Map.of("name", "incoming_event", "filters", itsChats),
                Map.of("name", "thread_closed", "filters", itsChats),
                Map.of("name", "agent_status_changed"))));
    about.put("status", "accepting chats");
    api.configure("update_bot_agent", about);
  }

  private void told(String action, JsonNode payload) {
    try {
      switch (action) {
        case "incoming_chat_thread" -> greet(payload.path("chat"));
        case "incoming_event" -> hear(payload.path("chat_id").asText(), payload.path("event"));
        case "thread_closed" -> talksByChat.remove(payload.path("chat_id").asText());
        case "agent_status_changed" -> seeComing(payload);
        default -> log.debug("Nothing is done about {}", action);
      }
    } catch (ShopApi.Refused e) {
      // Meanwhile the chat was closed, or somebody took it.
      log.debug("The demo's bot was refused: {}", e.getMessage());
    }
  }

  private void greet(JsonNode chat) throws ShopApi.Refused {
    String chatId = chat.path("id").asText();
    talksByChat.put(chatId, Talk.NEW);
    Optional<String> question =
        chat.at("/thread/events")
            .valueStream()
            .filter(event -> event.path("type").asText().equals("message"))
            .map(event -> event.path("text").asText())
            .findFirst();
    if (question.isPresent()) {
      answer(chatId, question.get());
    } else {
      say(chatId, BotScript.filled(script.greeting(), Map.of("name", nameIn(chat))));
    }
  }

  /// The customer's first name, with what separates it from a greeting.
  private static String nameIn(JsonNode chat) {
    return chat.path("users")
        .valueStream()
        .filter(user -> user.path("type").asText().equals("customer"))
        .map(user -> user.path("name").asText().strip())
        .filter(name -> !name.isEmpty())
        .map(name -> " " + name.split("\\s+", 2)[0])
        .findFirst()
        .orElse("");
  }

  private void hear(String chatId, JsonNode event) throws ShopApi.Refused {
    String author = event.path("author_id").asText();
    if (author.equals(botId) || !event.path("type").asText().equals("message")) {
      return;
    }
    if (author.indexOf('@') >= 0) {
      leaveTo(chatId);
    } else {
      answer(chatId, event.path("text").asText());
    }
  }

  /// Somebody has begun to answer: two who do are one too many.
  private void leaveTo(String chatId) throws ShopApi.Refused {
    talksByChat.remove(chatId);
    api.actAs(
        botId,
        "remove_user_from_chat",
        Map.of("chat_id", chatId, "user_id", botId, "user_type", "agent"));
  }

  private void answer(String chatId, String text) throws ShopApi.Refused {
    Talk.Turn turn = talksByChat.getOrDefault(chatId, Talk.NEW).hears(text, script);
    talksByChat.put(chatId, turn.then());
    if (say(chatId, turn.events()) && turn.handOver() && !handedOver(chatId, turn.then())) {
      talksByChat.put(chatId, turn.then().waiting(true));
      say(chatId, script.nobody());
    }
  }

  /// Gives the chat to a person, of those first who know about it.
  private boolean handedOver(String chatId, Talk talk) {
    for (int group : talk.group() == GROUPS.getFirst() ? GROUPS : GROUPS.reversed()) {
      try {
        api.actAs(
            botId,
            "transfer_chat",
            Map.of("chat_id", chatId, "target", Map.of("type", "group", "ids", List.of(group))));
        talksByChat.remove(chatId);
        return true;
      } catch (ShopApi.Refused e) {
        log.debug("Nobody of group {} takes the chat: {}", group, e.getMessage());
      }
    }
    return false;
  }

  private void seeComing(JsonNode payload) throws ShopApi.Refused {
    if (!payload.path("status").asText().equals("accepting chats")
        || payload.path("agent_id").asText().equals(botId)) {
      return;
    }
    for (Map.Entry<String, Talk> each : talksByChat.entrySet()) {
      if (each.getValue().waiting()) {
        each.setValue(each.getValue().waiting(false));
        if (!say(each.getKey(), script.found())) {
          return;
        }
        handedOver(each.getKey(), each.getValue());
      }
    }
  }

  /// Says one thing after the other, as somebody who writes.
  ///
  /// @return false if it went home before all was said
  private boolean say(String chatId, List<JsonNode> events) throws ShopApi.Refused {
    for (JsonNode event : BotScript.filled(events, Map.of("shop", server.toString()))) {
      api.actAs(botId, "send_typing_indicator", Map.of("chat_id", chatId, "is_typing", true));
      if (goesWhileWriting()) {
        return false;
      }
      api.actAs(botId, "send_event", Map.of("chat_id", chatId, "event", event));
    }
    return true;
  }

  /// Takes the time that writing takes, or less if it goes home meanwhile.
  private boolean goesWhileWriting() {
    try {
      return gone.await(pace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// Goes home; what it is about to say stays unsaid, and what is said to it meanwhile waits.
  /// Returns when it does nothing any more.
  @Override
  public void close() {
    gone.countDown();
    door.close();
    api.close();
  }
}
