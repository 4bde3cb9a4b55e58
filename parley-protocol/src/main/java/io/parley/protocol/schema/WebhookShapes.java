package io.parley.protocol.schema;

import static io.parley.protocol.schema.Member.optional;
import static io.parley.protocol.schema.Member.required;

import io.parley.core.webhook.WebhookExtra;
import io.parley.protocol.request.Text;
import io.parley.protocol.webhook.WebhookTable;
import io.parley.protocol.webhook.WebhookTable.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Webhooks of licenses and of bots. What can be filtered by and brought along depends on the
/// action, as the table of webhooks says.
final class WebhookShapes {
  private static final int MAX_URL = 2048;
  private static final int MAX_LISTED = 1000;
  private static final int MAX_TRIGGERS = 100;
  private static final Member URL =
      required(
          "url",
          Shape.text(Text.ADDRESS)
              .sized(1, MAX_URL)
              .of("^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$", "uri", "https://example.com/webhooks"),
          "where it is told");
  private static final Member SECRET =
      required(
          "secret_key",
          Shape.text(Text.SECRET).like("laudla991lamda0pnoaa0"),
          "sent along, so that the receiver knows us");
  private static final Member DESCRIPTION =
      optional("description", Shape.text(Text.LABEL).like("new chats"), "what it is for");

  /// A webhook, as it is registered.
  static final Shape.OneOf REGISTRATION =
      byKind("WebhookRegistration", "action", URL, SECRET, DESCRIPTION);

  private static final Shape.OfObject DELIVERIES =
      Shape.object(
          "WebhookDeliveries",
          required("backlog", Shape.count(), "how many are to be sent"),
          required("parked", Shape.count(), "how many were given up"),
          optional("last_success_at", ValueShapes.TIME, "since the server's start"),
          optional(
              "last_error",
              Shape.text().like("answered with status 500"),
              "the last failure since the server's start"),
          optional("last_error_at", ValueShapes.TIME, "when that was"));

  /// A webhook of a license.
  static final Shape.OfObject WEBHOOK =
      Shape.object(
              "Webhook",
              required("webhook_id", Shape.text().like("pqi8oasdjahuakndw9nsad9na"), "the webhook"),
              URL,
              DESCRIPTION,
              optional("secret_key", SECRET.shape(), "left out of other applications' webhooks"),
              required(
                  "owner_client_id",
                  Shape.text().like("04b98ba24fc4426a0a046cf955dfd796"),
                  "the application"),
              required("deliveries", DELIVERIES, "how telling goes; not in the original"))
          .and("Webhook", told("action"));

  /// The webhooks of a bot, in a request.
  static final Shape.OfObject OF_BOT_GIVEN =
      Shape.object(
          URL,
          SECRET,
          required(
              "actions",
              Shape.list(byKind("BotWebhookAction", "name"), MAX_TRIGGERS),
              "what it is told of"));

  /// The webhooks of a bot, in an answer.
  static final Shape.OfObject OF_BOT =
      Shape.object(
          "BotWebhooks",
          URL,
          SECRET,
          required("actions", Shape.list(Shape.object(told("name"))), "what it is told of"));

  private WebhookShapes() {}

  /// Actions that may filter by the same, and bring the same along.
  private record Kind(Set<Filter> filters, Set<WebhookExtra> extras) {}

  /// @param action the name of the member that names the action
  private static Shape.OneOf byKind(String name, String action, Member... others) {
    var actionsByKind = new LinkedHashMap<Kind, List<String>>();
    for (WebhookTable.Row row : WebhookTable.rows()) {
      actionsByKind
          .computeIfAbsent(new Kind(row.filters(), row.extras()), _ -> new ArrayList<>())
          .addAll(names(row));
    }
    var kinds = new ArrayList<Shape>();
    actionsByKind.forEach((kind, actions) -> kinds.add(ofKind(kind, action, actions, others)));
    return new Shape.OneOf(name, kinds);
  }

  /// The name of an action, and then other names under which it can be registered.
  private static List<String> names(WebhookTable.Row row) {
    var names = new ArrayList<>(List.of(row.name()));
    WebhookTable.actionsByName()
        .forEach(
            (name, action) -> {
              if (action == row.action() && !name.equals(row.name())) {
                names.add(name);
              }
            });
    return names;
  }

  private static Shape ofKind(Kind kind, String action, List<String> actions, Member... others) {
    var members = new ArrayList<Member>();
    members.add(
        required(action, Shape.choice(actions.toArray(String[]::new)), "what it is told of"));
    members.addAll(List.of(others));
    members.add(optional("filters", filtersGiven(kind.filters()), "when it is told"));
    if (!kind.extras().isEmpty()) {
      members.add(additionalData(kind.extras()));
    }
    return new Shape.OfObject("", members, List.of());
  }

  private static Member[] told(String action) {
    String[] actions =
        WebhookTable.rows().stream().map(WebhookTable.Row::name).toArray(String[]::new);
    return new Member[] {
      required(action, Shape.choice(actions), "what it is told of"),
      optional("filters", filters(Set.of(Filter.values())), "when it is told"),
      additionalData(Set.of(WebhookExtra.values()))
    };
  }

  private static Member additionalData(Set<WebhookExtra> extras) {
    String[] names = extras.stream().map(WebhookTable::nameOf).sorted().toArray(String[]::new);
    return optional(
        "additional_data",
        Shape.list(Shape.choice(names), WebhookExtra.values().length * 2),
        "what it brings along");
  }

  /// Agents can be named in one way alone.
  private static Shape.OfObject filtersGiven(Set<Filter> allowed) {
    Shape.OfObject filters = filters(allowed).where(new Rule.NothingElse());
    return allowed.containsAll(Set.of(Filter.AGENT_IDS, Filter.CHAT_MEMBER_IDS))
        ? filters.where(
            new Rule.NeverBoth(Filter.AGENT_IDS.wireName(), Filter.CHAT_MEMBER_IDS.wireName()))
        : filters;
  }

  private static Shape.OfObject filters(Set<Filter> allowed) {
    return Shape.object(
        allowed.stream().sorted().map(WebhookShapes::filter).toArray(Member[]::new));
  }

  private static Member filter(Filter filter) {
    return switch (filter) {
      case AUTHOR_TYPE ->
          optional(filter.wireName(), Shape.choice("agent", "customer"), "who wrote the event");
      case ONLY_MY_CHATS ->
          optional(filter.wireName(), Shape.flag(), "only chats that the application has started");
      case CHAT_MEMBER_IDS ->
          optional(
              filter.wireName(),
              Shape.oneOf(
                  Shape.object(required("agents_any", agents(), "one of these")),
                  Shape.object(required("agents_exclude", agents(), "none of these"))),
              "who is in the chat");
      case AGENT_IDS -> optional(filter.wireName(), agents(), "one of these agents");
      case PROPERTIES_OF_CHAT ->
          optional(filter.wireName(), PropertyShapes.FILTER, "what the chat's properties hold");
    };
  }

  private static Shape.OfList agents() {
    return Shape.list(ValueShapes.AGENT_ID, MAX_LISTED).filled();
  }
}
