package io.parley.store.codec;

import static io.parley.store.codec.JsonObject.text;
import static io.parley.store.codec.JsonObject.textOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.core.customer.Customer.Field;
import io.parley.core.customer.Customer.LastVisit;
import io.parley.core.customer.Customer.Page;
import io.parley.core.customer.Geolocation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
                .object("geolocation", visit.geolocation(), CustomerCodec::writePlace)
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
        place(json.get("geolocation")),
        EventBodyCodec.list(json.get("last_pages"), CustomerCodec::page));
  }

  private static void writePlace(JsonObject json, Geolocation place) {
    json.text("latitude", place.latitude())
        .text("longitude", place.longitude())
        .text("country", place.country())
        .text("country_code", place.countryCode())
        .text("region", place.region())
        .text("city", place.city())
        .text("timezone", place.timezone());
  }

  private static @Nullable Geolocation place(@Nullable JsonNode json) {
    return json == null
        ? null
        : new Geolocation(
            textOrNull(json, "latitude"),
            textOrNull(json, "longitude"),
            textOrNull(json, "country"),
            textOrNull(json, "country_code"),
            textOrNull(json, "region"),
            textOrNull(json, "city"),
            textOrNull(json, "timezone"));
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
