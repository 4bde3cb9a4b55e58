package io.parley.store.outbox;

import io.parley.core.license.LicenseId;
import io.parley.core.webhook.WebhookId;
import io.parley.store.row.Micros;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The outbox in PostgreSQL.
public final class PostgresOutbox implements Outbox {
  private static final String COLUMNS =
      """
      license_id, webhook_id, seq, subject, action, url, secret_key, body, tries, next_try_at,
      failing_since
      """;

  private static final String WAITING =
      """
      select license_id, webhook_id, max(url) as url, count(*) as count, max(seq) as last_seq
      from webhook_delivery
      where parked_at is null
      group by license_id, webhook_id
      """;

  private static final String FROM =
      "select "
          + COLUMNS
          + """
          from webhook_delivery
          where license_id = :license and webhook_id = :webhook and seq >= :seq
            and parked_at is null
          order by seq
          limit :limit
          """;

  private static final String TAKE_RELEASED =
      """
      update webhook_delivery
      set released = false, parked_at = null, tries = 0, next_try_at = null, failing_since = null
      where (license_id, webhook_id, seq) in (
        select license_id, webhook_id, seq from webhook_delivery where released limit 1000)
      returning
      """
          + COLUMNS;

  private static final String DELETE =
      """
      delete from webhook_delivery d
      using unnest(?::int8[], ?::text[], ?::int8[]) as r(license_id, webhook_id, seq)
      where d.license_id = r.license_id and d.webhook_id = r.webhook_id and d.seq = r.seq
      """;

  private static final String FAIL =
      """
      update webhook_delivery d set
        tries = r.tries,
        next_try_at = timestamptz 'epoch' + r.next_try_at * interval '1 microsecond',
        failing_since = timestamptz 'epoch' + r.failing_since * interval '1 microsecond',
        parked_at = timestamptz 'epoch' + r.parked_at * interval '1 microsecond',
        failure = r.failure
      from unnest(
          ?::int8[], ?::text[], ?::int8[], ?::int4[], ?::int8[], ?::int8[], ?::int8[], ?::text[])
        as r(license_id, webhook_id, seq, tries, next_try_at, failing_since, parked_at, failure)
      where d.license_id = r.license_id and d.webhook_id = r.webhook_id and d.seq = r.seq
      """;

  private final Jdbi jdbi;

  /// Over a database with the schema.
  public PostgresOutbox(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Waiting> waiting() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(WAITING)
                .map(
                    (row, _) ->
                        new Waiting(
                            new LicenseId(row.getLong("license_id")),
                            new WebhookId(row.getString("webhook_id")),
                            row.getString("url"),
                            row.getLong("count"),
                            row.getLong("last_seq")))
                .list());
  }

  @Override
  public List<OutboxEntry> from(LicenseId licenseId, WebhookId webhookId, long seq, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FROM)
                .bind("license", licenseId.value())
                .bind("webhook", webhookId.value())
                .bind("seq", seq)
                .bind("limit", limit)
                .map((row, _) -> entry(row))
                .list());
  }

  @Override
  public List<OutboxEntry> takeReleased() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(TAKE_RELEASED).map((row, _) -> entry(row)).stream()
                .sorted(Comparator.comparingLong(OutboxEntry::seq))
                .toList());
  }

  @Override
  public long parked() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select count(*) from webhook_delivery where parked_at is not null")
                .mapTo(Long.class)
                .one());
  }

  @Override
  public void settle(Settlement settlement) {
    jdbi.useTransaction(
        handle -> {
          try {
            delete(handle, settlement.delivered());
            fail(handle, settlement.failed());
          } catch (SQLException e) {
            throw new IllegalStateException("the outbox can't be written", e);
          }
        });
  }

  private static void delete(Handle handle, Collection<OutboxEntry.Key> keys) throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = handle.getConnection().prepareStatement(DELETE)) {
      bindKeys(statement, keys);
      statement.executeUpdate();
    }
  }

  private static void fail(Handle handle, Collection<Failure> failures) throws SQLException {
    if (failures.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = handle.getConnection().prepareStatement(FAIL)) {
      bindKeys(statement, failures.stream().map(Failure::key).toList());
      bind(statement, 4, "int4", failures.stream().map(each -> each.tries().count()).toArray());
      bind(
          statement,
          5,
          "int8",
          failures.stream().map(each -> micros(each.tries().nextAt())).toArray());
      bind(
          statement,
          6,
          "int8",
          failures.stream().map(each -> micros(each.tries().failingSince())).toArray());
      bind(
          statement,
          7,
          "int8",
          failures.stream().map(each -> each.parked() ? micros(each.at()) : null).toArray());
      bind(statement, 8, "text", failures.stream().map(Failure::reason).toArray());
      statement.executeUpdate();
    }
  }

  private static void bindKeys(PreparedStatement statement, Collection<OutboxEntry.Key> keys)
      throws SQLException {
    bind(statement, 1, "int8", keys.stream().map(key -> key.licenseId().value()).toArray());
    bind(statement, 2, "text", keys.stream().map(key -> key.webhookId().value()).toArray());
    bind(statement, 3, "int8", keys.stream().map(OutboxEntry.Key::seq).toArray());
  }

  private static void bind(
      PreparedStatement statement, int index, String type, @Nullable Object[] values)
      throws SQLException {
    statement.setArray(index, statement.getConnection().createArrayOf(type, values));
  }

  private static @Nullable Long micros(@Nullable Instant time) {
    return time == null ? null : Micros.of(time);
  }

  private static OutboxEntry entry(ResultSet row) throws SQLException {
    return new OutboxEntry(
        new LicenseId(row.getLong("license_id")),
        new WebhookId(row.getString("webhook_id")),
        row.getLong("seq"),
        row.getString("subject"),
        row.getString("action"),
        row.getString("url"),
        row.getString("secret_key"),
        row.getString("body"),
        new OutboxEntry.Tries(
            row.getInt("tries"), time(row, "next_try_at"), time(row, "failing_since")));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
