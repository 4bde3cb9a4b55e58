package io.parley.protocol.schema;

import static io.parley.protocol.schema.Member.optional;
import static io.parley.protocol.schema.Member.required;

/// What a customer's login says under `__priv_dynamic_config`.
final class DynamicConfigShapes {
  private static final Shape.OfText PATH =
      Shape.text().like("/licence/100/get_static_config.1.1.0.js");
  private static final Member[] ADDRESSES = {
    required("static_config_url", PATH, "leads nowhere"),
    required("language_config_url", PATH, "leads nowhere")
  };

  /// The configuration.
  static final Shape.OfObject CONFIG =
      Shape.object(
          "DynamicConfig",
          required("customer_data", customerData(), "the customer"),
          required(
              "online_groups_ids", Shape.list(ValueShapes.GROUP_NUMBER), "groups that take chats"),
          required("global_properties", Shape.object(), "none"),
          required("customer_groups", groups(), "the groups of the customer's chats"),
          required("static_config_version", Shape.text().like("1.1"), "always the same"),
          optional(
              "predicted_agent", UserShapes.PUBLIC_AGENT, "who would take the customer's chat"),
          optional("greeting", greeting(), "what the customer is greeted with"));

  private DynamicConfigShapes() {}

  private static Shape.OfObject customerData() {
    return Shape.object(
        required("name", Shape.text().like("John Doe"), "the name; may be empty"),
        required("last_visit_timestamp", ValueShapes.SECONDS, "when the visit began"),
        required("page_views_count", Shape.count(), "pages of the visit"),
        required("visits_count", Shape.count(), "visits of the customer"),
        required("chats_count", Shape.count(), "chats of the customer"),
        required("invitations_shown_count", Shape.count(), "greetings that were shown"),
        required("invitations_accepted_count", Shape.count(), "greetings that led to a chat"),
        required("client_version", Shape.text().like("1.1"), "always the same"),
        required("fields", UserShapes.FIELDS, "what the integration knows"),
        required("group_id", ValueShapes.GROUP_NUMBER, "the customer's group"));
  }

  private static Shape.OfObject groups() {
    return Shape.object(
        required(
            "monitoring",
            Shape.object(required("id", ValueShapes.GROUP_NUMBER, "the group")).and("", ADDRESSES),
            "the customer's group"),
        required(
            "chats",
            Shape.map(
                "number of the group",
                Shape.object(required("chat_ids", Shape.list(ValueShapes.CHAT_ID), "the chats"))
                    .and("", ADDRESSES)),
            "the customer's chats, by group"));
  }

  private static Shape.OfObject greeting() {
    return Shape.object(
        "Greeting",
        required("id", Shape.count().like(7), "the greeting"),
        required("unique_id", Shape.text().like("Q10X0W041P"), "this showing of it"),
        required("text", Shape.text().like("Can I help you?"), "what it says"),
        required("agent", UserShapes.PUBLIC_AGENT, "in whose name it greets"),
        required(
            "displayed_first_time",
            Shape.flag(),
            "whether the customer sees it for the first time"));
  }
}
