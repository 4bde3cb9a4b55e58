package io.parley.store.codec;

import static io.parley.store.codec.JsonObject.text;
import static io.parley.store.codec.JsonObject.textOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.core.customer.Customer.Field;
import io.parley.core.customer.Customer.LastVisit;
import io.parley.core.customer.Customer.Page;
import java.time.Instant;
import java.util.List;

/// What of a customer is not a plain column: the fields, in their order, and the last visit.
public final class CustomerCodec {

  private CustomerCodec() {}

  /// Fields to JSON.
  public static String encodeFields(List<Field> fields) {
    return JsonObject.writeArray(
        fields, (json, field) -> json.text("name", field.name()).text("value", field.value()));
  }

  /// JSON to fields.
  public static List<Field> decodeFields(String text) {
    return EventBodyCodec.list(
        JsonObject.read(text), json -> new Field(text(json, "name"), text(json, "value")));
  }

  /// A visit to JSON.
  public static String encode(LastVisit visit) {
    Instant endedAt = visit.endedAt();
    return JsonObject.write(
        json ->
            json.number("id", visit.id())
                .text("started_at", visit.startedAt().toString())
                .text("ended_at", endedAt == null ? null : endedAt.toString())
                .text("referrer", visit.referrer())
                .text("ip", visit.ip())
                .text("user_agent", visit.userAgent())
                .array("last_pages", visit.lastPages(), CustomerCodec::writePage));
  }

  /// JSON to a visit.
  public static LastVisit decodeVisit(String text) {
    JsonNode json = JsonObject.read(text);
    String endedAt = textOrNull(json, "ended_at");
    return new LastVisit(
        json.path("id").longValue(),
        Instant.parse(text(json, "started_at")),
        endedAt == null ? null : Instant.parse(endedAt),
        textOrNull(json, "referrer"),
        textOrNull(json, "ip"),
        textOrNull(json, "user_agent"),
        EventBodyCodec.list(json.get("last_pages"), CustomerCodec::page));
  }

  private static void writePage(JsonObject json, Page page) {
    json.text("opened_at", page.openedAt().toString())
        .text("url", page.url())
        .text("title", page.title());
  }

  private static Page page(JsonNode json) {
    return new Page(
        Instant.parse(text(json, "opened_at")), text(json, "url"), textOrNull(json, "title"));
  }
}
