package io.parley.store.journal;

import static io.parley.store.journal.RowStatement.column;

import io.parley.core.event.EventBody;
import io.parley.core.event.EventId;
import io.parley.core.license.LicenseId;
import io.parley.core.property.Properties;
import io.parley.store.codec.EventBodyCodec;
import io.parley.store.codec.PropertiesCodec;
import io.parley.store.journal.RowStatement.Kind;
import org.jspecify.annotations.Nullable;

/// What a group does to an event beyond adding it.
final class EventPatch {

  static final RowStatement UPDATE =
      RowStatement.of(
          """
          update event e set
            body = coalesce(r.body, e.body),
            properties = case when r.has_properties then r.properties else e.properties end
          from {rows}
          where e.license_id = r.license_id
            and e.thread_id = r.thread_id
            and e.number = r.number
          """,
          column("license_id", Kind.LONG),
          column("thread_id", Kind.TEXT),
          column("number", Kind.INT),
          column("body", Kind.JSON),
          column("has_properties", Kind.FLAG),
          column("properties", Kind.JSON));

  private @Nullable EventBody body;
  private @Nullable Properties properties;

  void set(EventBody newBody) {
    body = newBody;
  }

  void set(Properties newProperties) {
    properties = newProperties;
  }

  void addTo(RowBlock rows, LicenseId licenseId, EventId eventId) {
    rows.add(
        licenseId.value(),
        eventId.threadId().value(),
        eventId.number(),
        body == null ? null : EventBodyCodec.encode(body),
        properties != null,
        properties == null || properties.isEmpty() ? null : PropertiesCodec.encode(properties));
  }
}
