package io.parley.protocol.schema;

import static io.parley.protocol.schema.Member.optional;
import static io.parley.protocol.schema.Member.required;
import static io.parley.protocol.schema.ValueShapes.constant;

import io.parley.core.webhook.WebhookExtra;
import io.parley.protocol.Api;
import io.parley.protocol.webhook.WebhookTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What every webhook sends. Which payload is whose says [WebhookTable]; those of the agents'
/// pushes have bare values of properties here.
public final class WebhookBodies {
  private static final List<WebhookBody> ALL =
      WebhookTable.rows().stream().map(WebhookBodies::body).toList();

  private record Told(String summary, Shape payload) {}

  private WebhookBodies() {}

  /// The bodies in the order of the documentation.
  public static List<WebhookBody> bodies() {
    return ALL;
  }

  /// The body for an action, if there is such an action.
  public static Optional<WebhookBody> find(String action) {
    return ALL.stream().filter(body -> body.action().equals(action)).findFirst();
  }

  private static WebhookBody body(WebhookTable.Row row) {
    Told told = told(row);
    return new WebhookBody(
        row.name(),
        told.summary(),
        Shape.object(
            required("webhook_id", Shape.text().like("37901609f767dea5"), "the webhook"),
            required("secret_key", Shape.text().like("s3cret"), "what it was registered with"),
            required("action", constant(row.name()), "what happened"),
            required("payload", told.payload(), "what it happened to"),
            required("additional_data", extras(row), "what was asked for beside it")));
  }

  private static Told told(WebhookTable.Row row) {
    Member agent = required("agent_id", ValueShapes.AGENT_ID, "the agent");
    return switch (row.content()) {
      case PUSH -> {
        Push push = Pushes.find(Api.AGENT, row.name()).orElseThrow();
        yield new Told(push.summary(), bare(push.payload()));
      }
      case ROUTING_STATUS ->
          new Told(
              "An agent's routing status has changed.",
              Shape.object(
                  agent,
                  required(
                      "status",
                      Shape.choice("accepting chats", "not accepting chats", "offline"),
                      "the status, spelled as in the Configuration API")));
      case AGENT -> new Told("An agent's account has been deleted.", Shape.object(agent));
      case CUSTOMER -> new Told("There is a new customer.", UserShapes.customer(Api.AGENT));
    };
  }

  private static Shape extras(WebhookTable.Row row) {
    var members = new ArrayList<Member>();
    for (WebhookExtra extra : new TreeSet<>(row.extras())) {
      members.add(optional(WebhookTable.nameOf(extra), shapeOf(extra), "if it was asked for"));
    }
    return new Shape.OfObject("", members, List.of());
  }

  private static Shape shapeOf(WebhookExtra extra) {
    return switch (extra) {
      case ACCESS -> ValueShapes.ACCESS;
      case CHAT_PROPERTIES -> PropertyShapes.TOLD_BARE;
      case THREAD_ID -> ValueShapes.THREAD_ID;
    };
  }

  /// The same, but values of properties are not wrapped.
  private static Shape bare(Shape shape) {
    return switch (shape) {
      case Shape.OfMap map when map.equals(PropertyShapes.TOLD) -> PropertyShapes.TOLD_BARE;
      case Shape.OfMap map ->
          new Shape.OfMap(map.key(), map.longestKey(), bare(map.value()), map.min(), map.max());
      case Shape.OfList list -> new Shape.OfList(bare(list.element()), list.min(), list.max());
      case Shape.OfObject object ->
          new Shape.OfObject(
              object.name(),
              object.members().stream().map(WebhookBodies::bare).toList(),
              object.rules());
      case Shape.OneOf one ->
          new Shape.OneOf(one.name(), one.shapes().stream().map(WebhookBodies::bare).toList());
      case Shape.OfText _, Shape.OfInteger _, Shape.OfFlag _, Shape.OfAnything _, Shape.OfFile _ ->
          shape;
    };
  }

  private static Member bare(Member member) {
    return new Member(
        member.name(), bare(member.shape()), member.required(), member.alias(), member.meaning());
  }
}
