package io.parley.store.outbox;

import io.parley.core.license.LicenseId;
import io.parley.core.webhook.WebhookId;
import io.parley.store.row.Micros;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        select license_id, webhook_id, seq from webhook_delivery
        where parked_at is not null and released limit 1000)
      returning
      """
          + COLUMNS;

  private static final String RELEASED =
      "select exists (select from webhook_delivery where parked_at is not null and released)";

  private static final String DELETE =
      """
      delete from webhook_delivery
      where license_id = ? and webhook_id = ? and seq = any (?::int8[])
      """;

  private static final String FAIL =
      """
      update webhook_delivery set
        tries = ?,
        next_try_at = timestamptz 'epoch' + ?::int8 * interval '1 microsecond',
        failing_since = timestamptz 'epoch' + ?::int8 * interval '1 microsecond',
        parked_at = timestamptz 'epoch' + ?::int8 * interval '1 microsecond',
        failure = ?
      where license_id = ? and webhook_id = ? and seq = ?
      """;

  /// The outbox is empty at one moment and holds 100,000 rows at the next. What PostgreSQL counted
  /// last, and a plan that it keeps, may be of the former, and each statement read all of the
  /// latter.
  private static final String BY_INDEX = "set local enable_seqscan = off";

  private final Jdbi jdbi;

  /// Whose deliveries they are.
  private record Owner(LicenseId licenseId, WebhookId webhookId) {}

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
    return jdbi.inTransaction(
        handle -> {
          handle.execute(BY_INDEX);
          return handle
              .createQuery(FROM)
              .bind("license", licenseId.value())
              .bind("webhook", webhookId.value())
              .bind("seq", seq)
              .bind("limit", limit)
              .map((row, _) -> entry(row))
              .list();
        });
  }

  @Override
  public List<OutboxEntry> takeReleased() {
    return jdbi.inTransaction(
        handle -> {
          handle.execute(BY_INDEX);
          if (!handle.createQuery(RELEASED).mapTo(Boolean.class).one()) {
            return List.<OutboxEntry>of();
          }
          return handle.createQuery(TAKE_RELEASED).map((row, _) -> entry(row)).stream()
              .sorted(Comparator.comparingLong(OutboxEntry::seq))
              .toList();
        });
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
          handle.execute(BY_INDEX);
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
    var seqsByWebhook = new LinkedHashMap<Owner, List<Long>>();
    for (OutboxEntry.Key key : keys) {
      seqsByWebhook
          .computeIfAbsent(new Owner(key.licenseId(), key.webhookId()), _ -> new ArrayList<>())
          .add(key.seq());
    }
    Connection connection = handle.getConnection();
    try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
      for (Map.Entry<Owner, List<Long>> each : seqsByWebhook.entrySet()) {
        statement.setLong(1, each.getKey().licenseId().value());
        statement.setString(2, each.getKey().webhookId().value());
        statement.setArray(3, connection.createArrayOf("int8", each.getValue().toArray()));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void fail(Handle handle, Collection<Failure> failures) throws SQLException {
    if (failures.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = handle.getConnection().prepareStatement(FAIL)) {
      for (Failure failure : failures) {
        OutboxEntry.Key key = failure.key();
        statement.setInt(1, failure.tries().count());
        statement.setObject(2, micros(failure.tries().nextAt()), Types.BIGINT);
        statement.setObject(3, micros(failure.tries().failingSince()), Types.BIGINT);
        statement.setObject(4, failure.parked() ? micros(failure.at()) : null, Types.BIGINT);
        statement.setString(5, failure.reason());
        statement.setLong(6, key.licenseId().value());
        statement.setString(7, key.webhookId().value());
        statement.setLong(8, key.seq());
        statement.addBatch();
      }
      statement.executeBatch();
    }
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
