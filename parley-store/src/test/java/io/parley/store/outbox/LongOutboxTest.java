package io.parley.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.license.LicenseId;
import io.parley.core.webhook.WebhookId;
import io.parley.store.TestDatabase;
import io.parley.store.journal.TestLicenses;
import io.parley.store.outbox.OutboxEntry.Tries;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An outbox that was empty when PostgreSQL counted it last, and is long now.
class LongOutboxTest {
  private static final int ROWS = 20_000;
  private static final WebhookId HOOK = new WebhookId("hook");
  private static final String ROWS_READ =
      """
      select seq_tup_read + (
        select sum(idx_tup_read) from pg_stat_user_indexes where relname = 'webhook_delivery')
      from pg_stat_user_tables where relname = 'webhook_delivery'
      """;

  private final LicenseId licenseId = TestLicenses.created();

  /// The only one, so that what it has counted can be asked for at once.
  private final Connection connection = TestDatabase.shared().dataSource().getConnection();

  private final Jdbi jdbi = Jdbi.create(connection);
  private final PostgresOutbox outbox = new PostgresOutbox(jdbi);

  LongOutboxTest() throws SQLException {}

  @BeforeEach
  void fill() throws SQLException {
    TestDatabase.execute("delete from webhook_delivery");
    TestDatabase.execute("vacuum analyze webhook_delivery");
    TestDatabase.execute(
        """
        insert into webhook_delivery (
          license_id, webhook_id, seq, subject, action, url, secret_key, body)
        select %s, '%s', seq, 'chat', 'event_added', 'https://receiver.example/', 's', '{}'
        from generate_series(1, %d) as seq
        """
            .formatted(licenseId.value(), HOOK.value(), ROWS));
  }

  @AfterEach
  void empty() throws SQLException {
    connection.close();
    TestDatabase.execute("delete from webhook_delivery");
  }

  private long rowsRead() {
    jdbi.useHandle(handle -> handle.execute("select pg_stat_force_next_flush()"));
    return jdbi.withHandle(handle -> handle.createQuery(ROWS_READ).mapTo(Long.class).one());
  }

  private OutboxEntry.Key key(long seq) {
    return new OutboxEntry.Key(licenseId, HOOK, seq);
  }

  @Test
  void shouldReadOnlyWhatItSettles() {
    long before = rowsRead();

    for (long first = 1; first <= 100; first += 10) {
      outbox.settle(
          new Outbox.Settlement(
              LongStream.range(first, first + 10).mapToObj(this::key).toList(), List.of()));
    }
    outbox.settle(
        new Outbox.Settlement(
            List.of(),
            List.of(
                new Outbox.Failure(
                    key(101),
                    new Tries(1, Instant.EPOCH, Instant.EPOCH),
                    "no answer",
                    Instant.EPOCH,
                    false))));

    assertThat(outbox.from(licenseId, HOOK, 0, 1).getFirst().seq()).isEqualTo(101);
    assertThat(rowsRead() - before).isBetween(101L, (long) ROWS);
  }
}
