package io.parley.store.history;

import static io.parley.store.history.Acme.ANNA;
import static io.parley.store.history.Acme.BERT;
import static io.parley.store.history.Acme.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.query.Answer;
import io.parley.core.query.ArchiveCondition;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.user.Caller;
import io.parley.core.user.Reach;
import io.parley.store.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Twelve thousand threads, `T00001` and so on, each begun a minute after the one before. Bert may
/// see every third of the first six thousand.
class LargeArchiveTest {

  private static final Caller OWNER = as(ANNA, Reach.ALL);
  private static final Caller LIMITED = as(BERT, Reach.ACCESS);
  private static final ArchiveCondition WORD = new ArchiveCondition.Text("word");

  private final Acme acme = new Acme();

  @BeforeEach
  void insert() throws SQLException {
    TestDatabase.execute(
        """
        create temporary table one on commit drop as
          select i, 'T' || lpad(i::text, 5, '0') as id, case
            when i <= 6000 and i %% 3 = 0 then '{0}'::int4[] else '{2}' end as groups,
            timestamptz '2026-01-01' + i * interval '1 minute' as at
          from generate_series(1, 12000) as i;
        insert into thread (
          license_id, id, chat_id, ordinal, created_at, closed_at, group_ids, tags, user_keys,
          properties, unindexed)
        select %1$s, id, 'C' || i, 1, at, at, groups, '{}', '{}', '{}', false from one;
        insert into chat (
          license_id, id, created_at, last_thread_created_at, active, last_thread_id, group_ids,
          followers, properties)
        select %1$s, 'C' || i, at, at, false, id, groups, '{}', '{}' from one;
        insert into thread_text (license_id, thread_id, chat_id, created_at, event_count, terms)
        select
          %1$s, id, 'C' || i, at, 0, array['%1$s wword', '%1$s g' || groups[1]]
        from one
        """
            .formatted(acme.conversation.licenseId()));
  }

  @AfterEach
  void close() {
    acme.close();
  }

  @Test
  void shouldFindWhatTheViewerMaySeeHoweverFarBack() {
    for (var conditions : List.of(new ArchiveCondition[0], new ArchiveCondition[] {WORD})) {
      var first = acme.archives(LIMITED, Order.DESCENDING, new Page.ById(null, 2), conditions);
      var second =
          acme.archives(
              LIMITED, Order.DESCENDING, new Page.ById(first.nextPageId(), 2), conditions);
      var last = acme.archives(LIMITED, Order.DESCENDING, new Page.ByNumber(1000, 2), conditions);

      assertThat(ids(first)).containsExactly("T06000", "T05997");
      assertThat(ids(second)).containsExactly("T05994", "T05991");
      assertThat(
              acme.archives(
                  LIMITED, Order.DESCENDING, new Page.ById(second.previousPageId(), 2), conditions))
          .isEqualTo(first);
      assertThat(ids(last)).containsExactly("T00006", "T00003");
      assertThat(last.nextPageId()).isNull();
    }
  }

  private static List<String> ids(Answer.Archives archives) {
    return Acme.threadIds(archives).stream().map(Object::toString).toList();
  }

  @Test
  void shouldCountWhatEverybodySeesAndEstimateTheRest() {
    var page = new Page.ById(null, 1);

    assertThat(acme.archives(OWNER, Order.ASCENDING, page).total()).isEqualTo(12_000);
    assertThat(acme.archives(OWNER, Order.ASCENDING, page, WORD).total()).isEqualTo(12_000);
    assertThat(acme.archives(LIMITED, Order.ASCENDING, page, WORD).total())
        .isBetween(1_500L, 4_500L);
    assertThat(acme.archives(LIMITED, Order.ASCENDING, page).total()).isBetween(1L, 4_500L);
  }
}
