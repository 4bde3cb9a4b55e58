package io.parley.store.journal;

import static io.parley.store.journal.RowStatement.column;

import io.parley.core.chat.ChatId;
import io.parley.core.customer.GoalReached;
import io.parley.core.license.LicenseId;
import io.parley.store.codec.StorableText;
import io.parley.store.journal.RowStatement.Kind;
import io.parley.store.row.Micros;
import java.sql.SQLException;

/// The goals that customers of a group have reached.
final class GoalRows {

  /// A goal counts for the thread that is the last of its chat by then, which the index of texts
  /// has to look at again.
  private static final RowStatement ADD =
      RowStatement.of(
          """
          with added as (
            insert into reached_goal (
              license_id, customer_id, reached_at, goal_id, goal_name, thread_id)
            select
              r.license_id, r.customer_id, r.reached_at, r.goal_id, r.goal_name, c.last_thread_id
            from {rows}
            left join chat c on c.license_id = r.license_id and c.id = r.chat_id
            on conflict do nothing
            returning license_id, thread_id)
          update thread t set unindexed = true
          from added
          where t.license_id = added.license_id and t.id = added.thread_id and not t.unindexed
          """,
          column("license_id", Kind.LONG),
          column("customer_id", Kind.TEXT),
          column("reached_at", Kind.TIME),
          column("goal_id", Kind.INT),
          column("goal_name", Kind.TEXT),
          column("chat_id", Kind.TEXT));

  private final RowBlock rows = new RowBlock(ADD);

  boolean isEmpty() {
    return rows.isEmpty();
  }

  void add(LicenseId licenseId, GoalReached reached) {
    ChatId chatId = reached.chatId();
    rows.add(
        licenseId.value(),
        StorableText.of(reached.customerId().value()),
        Micros.of(reached.at()),
        reached.goalId(),
        StorableText.of(reached.goalName()),
        chatId == null ? null : chatId.value());
  }

  void writeTo(Statements statements) throws SQLException {
    rows.writeTo(statements);
  }
}
