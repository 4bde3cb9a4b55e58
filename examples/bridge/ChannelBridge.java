package bridge;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import parley.Api;
import parley.Json;
import parley.WebhookEndpoint;

/// Connects an outside messenger with Parley: people of the messenger are customers, and what
/// agents write reaches them there.
///
/// Inwards it uses the Customer Chat Web API, outwards a webhook. Who is who is kept in a file, so
/// that the bridge can be stopped at any time.
public final class ChannelBridge {
  private final Api api;
  private final Settings settings;
  private final Contacts contacts;
  private final Messenger messenger;

  private record Settings(
      String token, String licenseId, String clientId, String redirectUri, String secretKey) {}

  private ChannelBridge(Api api, Settings settings, Contacts contacts, Messenger messenger) {
    this.api = api;
    this.settings = settings;
    this.contacts = contacts;
    this.messenger = messenger;
  }

  /// Runs until it is stopped.
  public static void main(String[] args) throws IOException {
    Map<String, String> given = System.getenv();
    int port = Integer.parseInt(given.getOrDefault("BRIDGE_PORT", "8082"));
    String url = given.getOrDefault("BRIDGE_URL", "http://127.0.0.1:" + port + "/webhooks");
    var settings =
        new Settings(
            given.get("PARLEY_TOKEN"),
            given.get("PARLEY_LICENSE"),
            given.get("PARLEY_CLIENT_ID"),
            given.get("PARLEY_REDIRECT_URI"),
            given.getOrDefault("BRIDGE_SECRET", "a secret of the bridge's"));
    var bridge =
        new ChannelBridge(
            new Api(given.getOrDefault("PARLEY_URL", "http://127.0.0.1:8080")),
            settings,
            new Contacts(Path.of(given.getOrDefault("BRIDGE_FILE", "bridge.json"))),
            new Messenger());

    bridge.register(url);
    HttpServer server = WebhookEndpoint.listening(port, settings.secretKey(), bridge::onWebhook);
    bridge.messenger.mount(server, bridge::fromMessenger);
    server.start();
    System.out.println("The bridge listens at " + url);
  }

  /// Registers the webhook, unless an earlier run has done it.
  private void register(String url) {
    for (Object webhook :
        Json.list(api.configure(settings.token(), "get_webhooks_config", Json.object()))) {
      if (Json.text(webhook, "url").equals(url)) {
        return;
      }
    }
    api.configure(
        settings.token(),
        "register_webhook",
        Json.object(
            "action",
            "incoming_event",
            "url",
            url,
            "secret_key",
            settings.secretKey(),
            "description",
            "What agents write, for the messenger",
            "filters",
            Json.object("author_type", "agent", "only_my_chats", true)));
  }

  /// Somebody wrote in the messenger.
  private synchronized void fromMessenger(String person, String text) {
    Contacts.Contact contact = contacts.ofPerson(person);
    if (contact == null) {
      contact = newCustomer(person);
    }
    Object event = Json.object("type", "message", "text", text, "recipients", "all");
    if (contact.chatId().isEmpty()) {
      Object started = ask(contact, "start_chat", withThread(null, event));
      contacts.put(contact.inChat(Json.text(started, "chat_id")));
      return;
    }
    try {
      ask(contact, "send_event", Json.object("chat_id", contact.chatId(), "event", event));
    } catch (Api.Refused refused) {
      if (!refused.type().equals("chat_inactive")) {
        throw refused;
      }
      ask(contact, "activate_chat", withThread(contact.chatId(), event));
    }
  }

  private Object ask(Contacts.Contact contact, String action, Object payload) {
    return api.asCustomer(contact.token(), settings.licenseId(), action, payload);
  }

  /// A chat with a first event. It goes on as long as the person has something to say, be somebody
  /// there to answer or not.
  private static Object withThread(String chatId, Object event) {
    Map<String, Object> chat =
        Json.object("thread", Json.object("events", List.of(event)));
    if (chatId != null) {
      chat.put("id", chatId);
    }
    return Json.object("chat", chat, "continuous", true);
  }

  /// Makes a customer for somebody who writes for the first time.
  private Contacts.Contact newCustomer(String person) {
    Object granted =
        api.post(
            "/accounts/customer/",
            settings.token(),
            "",
            Json.object(
                "client_id",
                settings.clientId(),
                "redirect_uri",
                settings.redirectUri(),
                "response_type",
                "token"));
    var contact = new Contacts.Contact(person, Json.text(granted, "access_token"), "");
    ask(contact, "update_customer", Json.object("name", person));
    contacts.put(contact);
    return contact;
  }

  /// An agent wrote in a chat of the bridge's.
  private void onWebhook(String action, Object payload) {
    String text = Json.text(payload, "event", "text");
    boolean forCustomers = Json.text(payload, "event", "recipients").equals("all");
    Contacts.Contact contact = contacts.ofChat(Json.text(payload, "chat_id"));
    if (contact != null && forCustomers && !text.isEmpty()) {
      messenger.deliver(contact.person(), text);
    }
  }
}
