package io.parley.protocol.response;

import static io.parley.protocol.response.ResponseRenderer.object;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.Result;
import io.parley.core.group.GroupId;
import io.parley.core.webhook.Webhook;
import io.parley.core.webhook.WebhookId;
import io.parley.protocol.Payload;
import io.parley.protocol.json.OptionalMember;
import io.parley.protocol.json.WebhookJson;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers to what is neither a command nor a query
/// ([io.parley.protocol.method.Handling.OfServer]).
///
/// Check Goals is answered with [Payload#EMPTY].
public final class ServerAnswers {
  private ServerAnswers() {}

  /// A survey, empty.
  public record Form(String id, List<Field> fields) {
    /// Makes the list unmodifiable.
    public Form {
      fields = List.copyOf(fields);
    }
  }

  /// A field of a survey, or what stands between the fields.
  ///
  /// @param type one of those of filled forms, or `header` or `rating`
  /// @param required null for what can't be answered
  /// @param options what can be chosen; empty for fields that are answered with a text
  public record Field(
      String id, String type, String label, @Nullable Boolean required, List<Option> options) {
    /// Makes the list unmodifiable.
    public Field {
      options = List.copyOf(options);
    }
  }

  /// Something to choose.
  public sealed interface Option {
    /// What it is called.
    String label();

    /// One of the answers of a field of type `radio`, `select` or `checkbox`.
    record Choice(String id, String label) implements Option {}

    /// A group, in a field of type `group_chooser`.
    record Group(GroupId groupId, String label) implements Option {}
  }

  /// What a page says of itself.
  ///
  /// @param imageUrl with or without its size
  public record UrlDetails(
      String url,
      @Nullable String title,
      @Nullable String description,
      @Nullable String imageUrl,
      @Nullable Integer imageWidth,
      @Nullable Integer imageHeight) {}

  /// How the deliveries of a webhook go.
  ///
  /// @param backlog how many are to be sent
  /// @param parked how many were given up
  /// @param lastSuccessAt since the server's start; null if there was none
  /// @param lastError what happened at the last failure since the server's start
  /// @param lastErrorAt when that was
  public record Deliveries(
      long backlog,
      long parked,
      @Nullable Instant lastSuccessAt,
      @Nullable String lastError,
      @Nullable Instant lastErrorAt) {
    /// Nothing was sent, and nothing is to be.
    public static final Deliveries NONE = new Deliveries(0, 0, null, null, null);
  }

  /// The payload for Upload File.
  ///
  /// @param url where the file can be read
  public static Payload uploaded(String url) {
    return object(json -> json.writeStringField("url", url));
  }

  /// The payload for Get Form.
  ///
  /// @param form null if the survey is switched off, or there is none
  public static Payload form(@Nullable Form form) {
    return object(
        json -> {
          if (form != null) {
            json.writeObjectFieldStart("form");
            json.writeStringField("id", form.id());
            json.writeArrayFieldStart("fields");
            for (Field field : form.fields()) {
              writeField(json, field);
            }
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeBooleanField("enabled", form != null);
        });
  }

  private static void writeField(JsonGenerator json, Field field) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", field.id());
    json.writeStringField("type", field.type());
    json.writeStringField("label", field.label());
    OptionalMember.write(json, "required", field.required());
    if (!field.options().isEmpty()) {
      json.writeArrayFieldStart("options");
      for (Option option : field.options()) {
        json.writeStartObject();
        switch (option) {
          case Option.Choice(String id, _) -> json.writeStringField("id", id);
          case Option.Group(GroupId groupId, _) ->
              json.writeNumberField("group_id", groupId.value());
        }
        json.writeStringField("label", option.label());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /// The payload for Get Webhooks Config. The caller may know the secrets of its own webhooks.
  ///
  /// @param deliveries those of which something is known
  public static Payload webhooks(
      Result.WebhooksListed listed, Map<WebhookId, Deliveries> deliveries) {
    return json -> {
      json.writeStartArray();
      for (Webhook webhook : listed.webhooks()) {
        json.writeStartObject();
        WebhookJson.writeMembers(json, webhook, webhook.ownerClientId().equals(listed.caller()));
        json.writeFieldName("deliveries");
        writeDeliveries(json, deliveries.getOrDefault(webhook.id(), Deliveries.NONE));
        json.writeEndObject();
      }
      json.writeEndArray();
    };
  }

  private static void writeDeliveries(JsonGenerator json, Deliveries deliveries)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("backlog", deliveries.backlog());
    json.writeNumberField("parked", deliveries.parked());
    OptionalMember.write(json, "last_success_at", deliveries.lastSuccessAt());
    OptionalMember.write(json, "last_error", deliveries.lastError());
    OptionalMember.write(json, "last_error_at", deliveries.lastErrorAt());
    json.writeEndObject();
  }

  /// The payload for Get URL Details.
  public static Payload urlDetails(UrlDetails details) {
    return object(
        json -> {
          OptionalMember.write(json, "title", details.title());
          OptionalMember.write(json, "description", details.description());
          OptionalMember.write(json, "image_url", details.imageUrl());
          OptionalMember.write(json, "image_width", details.imageWidth());
          OptionalMember.write(json, "image_height", details.imageHeight());
          json.writeStringField("url", details.url());
        });
  }
}
