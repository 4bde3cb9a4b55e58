package io.parley.protocol.schema;

import static io.parley.protocol.schema.Member.alias;
import static io.parley.protocol.schema.Member.optional;
import static io.parley.protocol.schema.Member.required;

import io.parley.core.ErrorType;
import io.parley.protocol.Api;
import io.parley.protocol.request.Text;
import java.util.Map;

/// Methods about the requester: login, status, and what else belongs to no chat.
final class StatusContracts {
  private static final int MAX_IDS = 1000;
  private static final int MAX_ENTRIES = 100;
  private static final Shape.OfText PLATFORM = Shape.choice("ios", "android");
  private static final Shape.OfText STATUS = Shape.choice("accepting_chats", "not_accepting_chats");
  private static final Contract PING =
      Contract.of("Keeps the connection alive: one that is silent for 30 seconds is closed.");

  /// Of agents.
  static final Map<String, Contract> OF_AGENTS =
      Map.of(
          "login",
          agentLogin(),
          "logout",
          Contract.of("Logs the agent out and closes the connection."),
          "set_away_status",
          Contract.of("Says whether the agent is away, on this connection.")
              .takes(required("away", Shape.flag(), "away, or back"))
              .failsWith(ErrorType.REQUESTER_ALREADY_OFFLINE),
          "change_push_notifications",
          Contract.of("Says which device wants push notifications.")
              .takes(
                  required("firebase_token", Shape.text(Text.TOKEN).like("abc"), "the device"),
                  required("platform", PLATFORM, "its system"),
                  required("enabled", Shape.flag(), "on or off")),
          "update_agent",
          Contract.of("Sets the routing status of an agent.")
              .takes(
                  optional("agent_id", ValueShapes.AGENT_ID, "the requester if left out"),
                  optional("routing_status", STATUS, "whether new chats come"))
              .failsWith(ErrorType.REQUESTER_ALREADY_OFFLINE),
          "multicast",
          multicast(),
          "ping",
          PING);

  /// Of customers.
  static final Map<String, Contract> OF_CUSTOMERS =
      Map.of(
          "login", customerLogin(),
          "get_groups_status", groupsStatus(),
          "get_predicted_agent", predictedAgent(),
          "ping", PING);

  private StatusContracts() {}

  private static Contract agentLogin() {
    Shape.OfObject push =
        Shape.object(
            optional("firebase_token", Shape.text(Text.TOKEN).like("abc"), "the device"),
            required("platform", PLATFORM, "its system"));
    Shape.OfObject application =
        Shape.object(
            optional("name", Shape.text(Text.VALUE).like("App"), "what it is called"),
            optional("version", Shape.text(Text.VALUE).like("1.0"), "its version"));
    return Contract.of("Logs an agent in; nothing else is answered before.")
        .takes(
            required(
                "token",
                Shape.text(Text.TOKEN).like("Bearer dal:token"),
                "with its scheme before it"),
            optional(
                "timezone", Shape.text(Text.KEY).like("America/Phoenix"), "where the agent is"),
            optional("reconnect", Shape.flag(), "whether the status of before is wanted back; no"),
            optional("push_notifications", push, "a device that wants push notifications"),
            optional("application", application, "the program that logs in"))
        .gives(
            required("license", license(), "the license"),
            required("my_profile", UserShapes.MY_PROFILE, "the agent"),
            required(
                "chats_summary",
                Shape.list(ChatShapes.summary(Api.AGENT)),
                "the agent's chats, with their last events"));
  }

  private static Shape.OfObject license() {
    return Shape.object(
        "License",
        required("id", Shape.text().like("104130623"), "the license"),
        required(
            "organization_id",
            Shape.text().like("390e44e6-f1e6-4368-96db-74a14508c2e0"),
            "its other name"),
        required("plan", Shape.text().like("enterprise"), "its plan"),
        required("expiration_timestamp", ValueShapes.SECONDS, "never, in effect"),
        required("creation_timestamp", ValueShapes.SECONDS, "when it began"),
        required("in_trial", Shape.flag(), "never"));
  }

  private static Contract customerLogin() {
    Shape.OfObject customer = Shape.object(CustomerContracts.DETAILS);
    Shape.OfObject page =
        Shape.object(
            optional(
                "url", Shape.text(Text.ADDRESS_OR_EMPTY).like("https://example.com/"), "the page"),
            optional("title", Shape.text(Text.CONTENT).like("Lamps"), "what it is called"));
    Shape.OfObject chat =
        Shape.object(
            required("chat_id", ValueShapes.CHAT_ID, "the chat"),
            required("has_unread_events", Shape.flag(), "whether there is news"));
    return Contract.of("Logs a customer in; nothing else is answered before.")
        .takes(
            required("token", Shape.text(Text.TOKEN).like("Bearer dal:token"), "with its scheme"),
            optional("customer", customer, "what is known of the customer"),
            optional("customer_page", page, "the page that the customer looks at"),
            optional(
                "customer_side_storage",
                Shape.map("name", Shape.text(Text.CONTENT).like("1"), MAX_ENTRIES),
                "what the push `customer_side_storage_updated` asked to keep"),
            optional("is_mobile", Shape.flag(), "whether it is a mobile device; no"),
            optional("group_id", ValueShapes.GROUP_ID, "the group to talk to"),
            optional(
                "referrer",
                Shape.text(Text.ADDRESS_OR_EMPTY).like("https://search.example/"),
                "the page that led to the site"))
        .gives(
            required("customer_id", ValueShapes.CUSTOMER_ID, "the customer"),
            required("has_active_thread", Shape.flag(), "whether a chat goes on"),
            required("chats", Shape.list(chat), "the customer's chats"),
            required("__priv_dynamic_config", DynamicConfigShapes.CONFIG, "the configuration"))
        .failsWith(ErrorType.CUSTOMER_BANNED);
  }

  private static Contract groupsStatus() {
    Shape.OfList groups = Shape.list(ValueShapes.GROUP_ID, MAX_IDS);
    return Contract.of("Answers which groups can take chats.")
        .takes(
            Shape.object(
                    optional("groups", groups, "which groups"),
                    optional("all", Shape.flag(), "all groups"),
                    alias("group_ids", groups, "`groups`, as later versions call it"))
                .where(Rule.atLeastOne("groups", "all", "group_ids")))
        .gives(
            required(
                "groups_status",
                Shape.map(
                    "number of the group", Shape.choice("online", "offline", "online_for_queue")),
                "the status of each"));
  }

  private static Contract predictedAgent() {
    return Contract.of("Answers who would take the customer's next chat.")
        .takes(alias("group_id", ValueShapes.GROUP_ID, "which group, as later versions ask"))
        .gives(
            UserShapes.PUBLIC_AGENT.and(
                "PredictedAgent",
                required("agent", UserShapes.PUBLIC_AGENT, "once more, in the form of 2019")))
        .failsWith(ErrorType.GROUP_NOT_FOUND, ErrorType.GROUP_OFFLINE, ErrorType.GROUP_UNAVAILABLE);
  }

  private static Contract multicast() {
    Shape.OfObject agents =
        Shape.object(
                optional("all", Shape.flag(), "all of them"),
                optional("ids", Shape.list(ValueShapes.AGENT_ID, MAX_IDS), "these"),
                optional(
                    "groups", Shape.list(ValueShapes.GROUP_ID, MAX_IDS), "those of these groups"))
            .where(Rule.atLeastOne("all", "ids", "groups"));
    Shape.OfObject customers =
        Shape.object(optional("ids", Shape.list(ValueShapes.CUSTOMER_ID, MAX_IDS), "these"));
    return Contract.of("Sends something to people outside of chats. It is not kept.")
        .takes(
            required(
                "scopes",
                Shape.object(
                        optional("agents", agents, "which agents"),
                        optional("customers", customers, "which customers"))
                    .where(Rule.atLeastOne("agents", "customers")),
                "to whom; somebody must be named"),
            required(
                "content",
                new Shape.OfAnything(false, "at most 16 KB and 60 levels deep"),
                "what is sent"),
            optional("type", Shape.text(Text.LABEL).like("type1"), "what kind of thing it is"));
  }
}
