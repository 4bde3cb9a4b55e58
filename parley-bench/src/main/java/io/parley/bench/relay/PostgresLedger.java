package io.parley.bench.relay;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Writes every message down as a row before it is delivered, whole batches in one transaction.
///
/// Chats are dealt out to lanes; each lane is one connection and one thread.
public final class PostgresLedger implements Ledger {
  private final List<InsertLane> lanes;

  private PostgresLedger(List<InsertLane> lanes) {
    this.lanes = lanes;
  }

  /// Makes the table anew and opens the lanes.
  public static PostgresLedger open(String databaseUrl, int lanes) throws SQLException {
    try (var connection = DriverManager.getConnection(databaseUrl);
        var statement = connection.createStatement()) {
      statement.execute("drop table if exists bench_message");
      statement.execute(
          """
          create table bench_message (
            license_id bigint not null,
            chat_id text not null,
            thread_id text not null,
            event_number integer not null,
            created_at timestamptz not null,
            author_id text not null,
            type text not null,
            payload jsonb not null,
            primary key (license_id, chat_id, thread_id, event_number)
          )
          """);
    }
    var opened = new ArrayList<InsertLane>();
    for (var i = 0; i < lanes; i++) {
      opened.add(InsertLane.open(databaseUrl));
    }
    return new PostgresLedger(opened);
  }

  @Override
  public void accept(RelayMessage message) {
    lanes.get(Math.floorMod(message.chat().id().hashCode(), lanes.size())).add(message);
  }

  @Override
  public void close() {
    lanes.forEach(InsertLane::close);
  }
}
