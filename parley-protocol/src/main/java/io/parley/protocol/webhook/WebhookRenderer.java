package io.parley.protocol.webhook;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.Change;
import io.parley.core.agent.AgentDeleted;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatThread;
import io.parley.core.customer.CustomerRegistered;
import io.parley.core.property.PropertyLocation;
import io.parley.core.webhook.Firing;
import io.parley.core.webhook.Webhook;
import io.parley.core.webhook.WebhookExtra;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Payload;
import io.parley.protocol.frame.Frames;
import io.parley.protocol.json.AccessJson;
import io.parley.protocol.json.CustomerJson;
import io.parley.protocol.json.PropertiesJson;
import io.parley.protocol.json.Viewer;
import io.parley.protocol.push.Push;
import io.parley.protocol.push.PushRenderer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes what a webhook sends, in the version in which it was registered.
public final class WebhookRenderer {
  private WebhookRenderer() {}

  /// The body of a webhook that a change fires; empty if the receiver may see nothing of the
  /// change, such as properties that no agent may read.
  public static Optional<String> body(Change change, Firing firing) {
    Webhook webhook = firing.webhook();
    var viewer =
        new Viewer(
            ApiVersion.of(webhook.apiVersion()).orElse(ApiVersion.V3_1),
            Api.CONFIGURATION,
            firing.license());
    WebhookTable.Row row = WebhookTable.of(webhook.action());
    Payload payload = payload(viewer, row, change);
    return payload == null
        ? Optional.empty()
        : Optional.of(Frames.body(json -> write(json, viewer, firing, row.name(), payload)));
  }

  private static void write(
      JsonGenerator json, Viewer viewer, Firing firing, String name, Payload payload)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("webhook_id", firing.webhook().id().value());
    json.writeStringField("secret_key", firing.webhook().secretKey());
    json.writeStringField("action", name);
    json.writeFieldName("payload");
    payload.writeTo(json);
    json.writeObjectFieldStart("additional_data");
    Chat chat = firing.chat();
    if (chat != null) {
      for (WebhookExtra extra : firing.webhook().extras()) {
        writeExtra(json, viewer, extra, chat);
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeExtra(JsonGenerator json, Viewer viewer, WebhookExtra extra, Chat chat)
      throws IOException {
    switch (extra) {
      case ACCESS -> AccessJson.writeField(json, chat.access());
      case CHAT_PROPERTIES ->
          PropertiesJson.writeField(
              json, "chat_properties", viewer, PropertyLocation.CHAT, chat.properties());
      case THREAD_ID -> {
        ChatThread thread = chat.lastThread();
        if (thread != null) {
          json.writeStringField("thread_id", thread.id().value());
        }
      }
    }
  }

  /// The payload; null if there is nothing to see.
  private static @Nullable Payload payload(Viewer viewer, WebhookTable.Row row, Change change) {
    return switch (row.content()) {
      case PUSH -> pushed(viewer, row.name(), change);
      case ROUTING_STATUS -> change instanceof RoutingStatusSet set ? status(set) : null;
      case AGENT -> change instanceof AgentDeleted deleted ? deletion(deleted) : null;
      case CUSTOMER ->
          change instanceof CustomerRegistered(var customer)
              ? json -> CustomerJson.write(json, viewer.api(), customer)
              : null;
    };
  }

  private static @Nullable Payload pushed(Viewer viewer, String name, Change change) {
    for (Push push : PushRenderer.pushes(viewer, change)) {
      if (push.action().equals(name)) {
        return push.payload();
      }
    }
    return null;
  }

  private static Payload status(RoutingStatusSet set) {
    return json -> {
      json.writeStartObject();
      json.writeStringField("agent_id", set.agentId().value());
      json.writeStringField("status", nameOf(set.status()));
      json.writeEndObject();
    };
  }

  private static Payload deletion(AgentDeleted deleted) {
    return json -> {
      json.writeStartObject();
      json.writeStringField("agent_id", deleted.agentId().value());
      json.writeEndObject();
    };
  }

  private static String nameOf(RoutingStatus status) {
    return switch (status) {
      case ACCEPTING_CHATS -> "accepting chats";
      case NOT_ACCEPTING_CHATS -> "not accepting chats";
      case OFFLINE -> "offline";
    };
  }
}
