package io.parley.store.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.core.license.LicenseId;
import io.parley.store.TestDatabase;
import io.parley.store.journal.TestLicenses;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class IndexWorkerTest {

  private final LicenseId licenseId = TestLicenses.created();
  private final IndexWorker worker = new IndexWorker(TestDatabase.shared().jdbi(), () -> false);

  private void thread(String id, boolean closed, int events) throws SQLException {
    TestDatabase.execute(
        """
        insert into thread (
          license_id, id, chat_id, ordinal, created_at, closed_at, group_ids, tags, user_keys,
          properties)
        values (
          %1$s, '%2$s', 'CHAT%2$s', 1, now(), %3$s, '{0}', '{}', '{}', '{}');
        insert into event (
          license_id, created_at, number, thread_id, chat_id, type, recipients, body)
        select
          %1$s, now(), number, '%2$s', 'CHAT%2$s', 'message', 'all',
          jsonb_build_object('text', 'word' || number)
        from generate_series(1, %4$s) as number
        """
            .formatted(licenseId, id, closed ? "now()" : "null", events));
  }

  private boolean isIndexed(String threadId) throws SQLException {
    return ask("select not unindexed from thread where license_id = %s and id = '%s'", threadId)
        .equals("t");
  }

  private String ask(String sql, String threadId) throws SQLException {
    return TestDatabase.ask(sql.formatted(licenseId, threadId));
  }

  @Test
  void shouldTakeInAnyNumberOfClosedThreads() throws Exception {
    for (int i = 0; i < 600; i++) {
      thread("T" + i, true, 1);
    }

    worker.indexClosed();

    assertThat(
            TestDatabase.ask(
                "select count(*) from thread_text where terms = array['%1$s g0', '%1$s wword1'] and license_id = %1$s"
                    .formatted(licenseId)))
        .isEqualTo("600");
    assertThat(isIndexed("T0")).isTrue();
    assertThat(isIndexed("T599")).isTrue();
  }

  @Test
  void shouldTakeInThreadsOfAnyLength() throws Exception {
    thread("LONG1", true, 5_000);
    thread("LONG2", true, 5_000);
    thread("EMPTY", true, 0);

    worker.indexClosed();

    assertThat(isIndexed("LONG1")).isTrue();
    assertThat(isIndexed("LONG2")).isTrue();
    assertThat(isIndexed("EMPTY")).isTrue();
  }

  @Test
  void shouldNoteTheFirstEventsOfActiveThreadsOutsideTheIndex() throws Exception {
    thread("LONG", false, 20);
    thread("SHORT", false, 19);

    worker.noteActive(20);
    worker.indexClosed();

    String noted =
        "select event_count || ' ' || cardinality(partial) || ' ' || (terms is null)::text"
            + " from thread_text where license_id = %s and thread_id = '%s'";
    assertThat(ask(noted, "LONG")).isEqualTo("20 20 true");
    assertThat(ask(noted, "SHORT")).isEmpty();
    assertThat(isIndexed("LONG")).isFalse();
  }

  @Test
  void shouldNoteAnyNumberOfActiveThreadsOfAnyLength() throws Exception {
    for (int i = 0; i < 1_100; i++) {
      thread("T" + i, false, 2);
    }
    thread("LONG1", false, 4_000);
    thread("LONG2", false, 4_000);

    worker.noteActive(2);

    assertThat(
            TestDatabase.ask(
                "select count(*) || ' ' || sum(event_count) from thread_text where license_id = %s"
                    .formatted(licenseId)))
        .isEqualTo("1102 10200");
  }

  @Test
  void shouldNotWaitForWhatTheJournalHolds() throws Exception {
    thread("HELD", true, 1);
    try (Connection journal = TestDatabase.shared().dataSource().getConnection();
        var statement = journal.createStatement()) {
      journal.setAutoCommit(false);
      statement.execute("select from thread where license_id = " + licenseId + " for update");

      worker.indexClosed();

      assertThat(isIndexed("HELD")).isFalse();
      journal.rollback();
    }
    worker.indexClosed();
    assertThat(isIndexed("HELD")).isTrue();
  }

  @Test
  void shouldLeaveTheWorkToTheOneWhoseTurnItIs() throws Exception {
    thread("THREAD", true, 1);
    try (Connection other = TestDatabase.shared().dataSource().getConnection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(" + IndexWorker.TURN + ")");

      worker.indexClosed();

      assertThat(isIndexed("THREAD")).isFalse();
      other.rollback();
    }
  }

  @Test
  void shouldWorkInTheBackgroundUntilItIsClosed() throws Exception {
    thread("FIRST", true, 1);
    try (var background = new IndexWorker(TestDatabase.shared().jdbi(), () -> false).start()) {
      await().until(() -> isIndexed("FIRST"));
      thread("SECOND", true, 1);
      await().until(() -> isIndexed("SECOND"));
      assertThat(background).isNotNull();
    }
    thread("THIRD", true, 1);

    assertThat(isIndexed("THIRD")).isFalse();
  }
}
