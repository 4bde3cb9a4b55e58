package io.parley.bench.relay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// One connection to the database, and the thread that writes through it: while one commit is on
/// its way the next batch gathers.
final class InsertLane implements AutoCloseable {
  private static final int MOST_ROWS = 2_000;
  private static final String INSERT =
      """
      insert into bench_message
        (license_id, chat_id, thread_id, event_number, created_at, author_id, type, payload)
      select license_id, chat_id, thread_id, event_number,
             timestamptz 'epoch' + created_at * interval '1 microsecond', author_id, type, payload::jsonb
      from unnest(?::bigint[], ?::text[], ?::text[], ?::integer[], ?::bigint[], ?::text[], ?::text[], ?::text[])
        as row (license_id, chat_id, thread_id, event_number, created_at, author_id, type, payload)
      """;

  private final Connection connection;
  private final PreparedStatement insert;
  private final BlockingQueue<RelayMessage> waiting = new LinkedBlockingQueue<>();
  private final Thread writer = Thread.ofPlatform().name("insert-lane").unstarted(this::write);

  private InsertLane(Connection connection, PreparedStatement insert) {
    this.connection = connection;
    this.insert = insert;
  }

  static InsertLane open(String databaseUrl) throws SQLException {
    var connection = DriverManager.getConnection(databaseUrl);
    var lane = new InsertLane(connection, connection.prepareStatement(INSERT));
    lane.writer.start();
    return lane;
  }

  void add(RelayMessage message) {
    waiting.add(message);
  }

  @Override
  public void close() {
    writer.interrupt();
    try {
      writer.join();
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    var batch = new ArrayList<RelayMessage>(MOST_ROWS);
    try {
      while (true) {
        batch.clear();
        batch.add(waiting.take());
        waiting.drainTo(batch, MOST_ROWS - 1);
        insert(batch);
        deliver(batch);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void insert(List<RelayMessage> batch) throws SQLException {
    var licenseIds = batch.stream().mapToLong(message -> message.chat().licenseId()).toArray();
    var createdAt = batch.stream().mapToLong(RelayMessage::createdAtMicros).toArray();
    var numbers = batch.stream().mapToInt(RelayMessage::number).toArray();
    var chats = new String[batch.size()];
    var threads = new String[batch.size()];
    var authors = new String[batch.size()];
    var types = new String[batch.size()];
    var payloads = new String[batch.size()];
    for (var i = 0; i < batch.size(); i++) {
      var message = batch.get(i);
      chats[i] = message.chat().id();
      threads[i] = message.chat().threadId();
      authors[i] = message.sender().userId();
      types[i] = "message";
      payloads[i] = message.event();
    }
    insert.setObject(1, licenseIds);
    insert.setObject(2, chats);
    insert.setObject(3, threads);
    insert.setObject(4, numbers);
    insert.setObject(5, createdAt);
    insert.setObject(6, authors);
    insert.setObject(7, types);
    insert.setObject(8, payloads);
    insert.executeUpdate();
  }

  /// Hands a committed batch to the event loops, each of which is woken once.
  private static void deliver(List<RelayMessage> batch) {
    var deliveriesByDoor = new HashMap<RelayDoor, List<RelayMessage>>();
    for (var message : batch) {
      deliveriesByDoor
          .computeIfAbsent(message.sender().door(), _ -> new ArrayList<>())
          .add(message);
    }
    deliveriesByDoor.forEach(
        (door, messages) -> door.run(() -> messages.forEach(RelayMessage::deliver)));
  }
}
