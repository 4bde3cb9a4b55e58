package echobot;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import parley.Api;
import parley.Json;
import parley.WebhookEndpoint;

/// A bot that answers customers with what they say, and hands over to a human on request.
///
/// It keeps nothing: its id is found by its name, and what customers said while it was away comes
/// as soon as it listens again.
public final class EchoBot {
  private static final String NAME = "Echo bot";

  private final Api api;
  private final String token;
  private String botId = "";

  private EchoBot(Api api, String token) {
    this.api = api;
    this.token = token;
  }

  /// Runs until it is stopped.
  public static void main(String[] args) throws IOException {
    Map<String, String> settings = System.getenv();
    int port = Integer.parseInt(settings.getOrDefault("BOT_PORT", "8081"));
    String secretKey = settings.getOrDefault("BOT_SECRET", "a secret of the bot's");
    String url = settings.getOrDefault("BOT_URL", "http://127.0.0.1:" + port + "/webhooks");
    var api = new Api(settings.getOrDefault("PARLEY_URL", "http://127.0.0.1:8080"));
    var bot = new EchoBot(api, settings.get("PARLEY_TOKEN"));

    bot.register(url, secretKey);
    WebhookEndpoint.listening(port, secretKey, bot::onWebhook).start();
    System.out.println("The echo bot " + bot.botId + " listens at " + url);
  }

  /// Makes the bot, or finds the one that an earlier run has made; then says what it is told, and
  /// that it takes chats before people do.
  private void register(String url, String secretKey) {
    botId = known();
    if (botId.isEmpty()) {
      Object made =
          api.configure(
              token, "create_bot_agent", Json.object("name", NAME, "status", "offline"));
      botId = Json.text(made, "bot_agent_id");
    }
    Object ofCustomersInItsChats =
        Json.object(
            "author_type",
            "customer",
            "chat_member_ids",
            Json.object("agents_any", List.of(botId)));
    List<Object> actions =
        List.of(
            Json.object(
                "name",
                "incoming_chat_thread",
                "filters",
                Json.object("chat_member_ids", Json.object("agents_any", List.of(botId)))),
            Json.object("name", "incoming_event", "filters", ofCustomersInItsChats));
    api.configure(
        token,
        "update_bot_agent",
        Json.object(
            "id",
            botId,
            "status",
            "accepting chats",
            "default_group_priority",
            "first",
            "max_chats_count",
            500,
            "webhooks",
            Json.object("url", url, "secret_key", secretKey, "actions", actions)));
  }

  private String known() {
    Object bots = api.configure(token, "get_bot_agents", Json.object("all", false));
    for (Object bot : Json.list(bots, "bot_agents")) {
      if (Json.text(bot, "name").equals(NAME)) {
        return Json.text(bot, "id");
      }
    }
    return "";
  }

  private void onWebhook(String action, Object payload) {
    switch (action) {
      case "incoming_chat_thread" -> {
        for (Object event : Json.list(payload, "chat", "thread", "events")) {
          if (isOfCustomer(payload, event)) {
            answer(Json.text(payload, "chat", "id"), Json.text(event, "text"));
          }
        }
      }
      case "incoming_event" ->
          answer(Json.text(payload, "chat_id"), Json.text(payload, "event", "text"));
      default -> {}
    }
  }

  private static boolean isOfCustomer(Object payload, Object event) {
    String author = Json.text(event, "author_id");
    return Json.list(payload, "chat", "users").stream()
        .anyMatch(
            user ->
                Json.text(user, "id").equals(author)
                    && Json.text(user, "type").equals("customer"));
  }

  private void answer(String chatId, String text) {
    if (text.isEmpty()) {
      return;
    }
    try {
      if (text.toLowerCase().contains("human")) {
        handOver(chatId);
      } else {
        say(chatId, "You said: " + text);
      }
    } catch (Api.Refused refused) {
      if (!refused.type().equals("chat_inactive")) {
        throw refused;
      }
    }
  }

  private void handOver(String chatId) {
    say(chatId, "One moment, I am looking for somebody.");
    try {
      api.asBot(
          token,
          botId,
          "transfer_chat",
          Json.object(
              "chat_id", chatId, "target", Json.object("type", "group", "ids", List.of(0))));
    } catch (Api.Refused refused) {
      if (!refused.type().equals("group_unavailable")) {
        throw refused;
      }
      say(chatId, "Nobody is here at the moment. I go on listening.");
    }
  }

  private void say(String chatId, String text) {
    api.asBot(
        token,
        botId,
        "send_event",
        Json.object(
            "chat_id",
            chatId,
            "event",
            Json.object("type", "message", "text", text, "recipients", "all")));
  }
}
