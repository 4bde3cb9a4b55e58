package io.parley.bench.archive;

import io.parley.bench.load.Population;
import io.parley.bench.load.ServerRefusal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Fills a license with closed threads; the same ones for the same seed.
public final class ArchiveFiller {
  private static final String TABLES = "customer,chat,chat_user,thread,event";
  private static final String INDEXED = "thread_text";
  private static final Duration POLL = Duration.ofMillis(500);

  /// Temporary tables: what every thread is, and what can be said. `word1` is in most threads,
  /// `word20000` in few. Half of the chats are for a group that nobody is in.
  private static final List<String> PLAN =
      List.of(
          "select setseed(1.0 / {seed})",
          """
          create temporary table planned on commit drop as
          select
            i,
            'A' || lpad(upper(to_hex(i)), 9, '0') as id,
            'B' || lpad(upper(to_hex((i + 1) / 2)), 9, '0') as chat_id,
            2 - i % 2 as ordinal,
            array[(i + 1) / 2 % 2] as group_ids,
            md5('customer ' || (i + 1) / 2)::uuid::text as customer_id,
            'a:bench-agent-' || (random() * ({agents} - 1))::int || '@example.com' as agent_key,
            timestamptz '2025-01-01' + i * interval '5 minutes' as begun_at,
            case when random() < 0.3
              then array['tag' || floor(exp(random() * ln({tags})))::int] else '{}' end as tags
          from generate_series(1, {threads}) as i
          """,
          """
          create temporary table sayable on commit drop as
          select n, string_agg('word' || floor(exp(random() * ln({words})))::int, ' ') as text
          from generate_series(1, 100000) as n, generate_series(1, 12)
          group by n
          """,
          "create unique index on sayable (n)",
          "analyze planned, sayable");

  private static final List<String> ROWS =
      List.of(
          """
          insert into customer (
            license_id, id, created_at, chats, threads, visits, name, email, fields, group_ids)
          select
            {license}, customer_id, begun_at, 1, 2, 2,
            'Name' || (random() * {names})::int || ' Surname' || (random() * {names})::int,
            'customer' || i || '@example.com', '[]', '{0}'
          from planned where ordinal = 1
          """,
          """
          insert into chat (
            license_id, id, created_at, last_thread_created_at, active, last_thread_id, group_ids,
            followers, properties)
          select
            {license}, chat_id, min(begun_at), max(begun_at), false, max(id), group_ids, '{}',
            '{"routing": {"continuous": false, "unassigned": false}}'
          from planned group by chat_id, group_ids
          """,
          """
          insert into chat_user (license_id, chat_id, user_key, position, present, visibility)
          select {license}, chat_id, 'c:' || customer_id, i, true, 'all'
          from planned where ordinal = 1
          union all
          select {license}, chat_id, agent_key, max(i) + {threads}, bool_or(ordinal = 2), 'all'
          from planned group by chat_id, agent_key
          """,
          """
          insert into thread (
            license_id, id, chat_id, ordinal, created_at, closed_at, group_ids, tags, user_keys,
            properties)
          select
            {license}, id, chat_id, ordinal, begun_at, begun_at + interval '20 minutes', group_ids, tags,
            array['c:' || customer_id, agent_key],
            '{"routing": {"continuous": false, "unassigned": false, "idle": false}}'
          from planned
          """,
          """
          insert into event (
            license_id, created_at, number, thread_id, chat_id, type, author, recipients, body)
          select
            {license}, begun_at + number * interval '20 seconds', number, id, chat_id, 'message',
            case when number % 2 = 1 then 'c:' || customer_id else agent_key end, 'all',
            jsonb_build_object('text', sayable.text)
          from planned
          cross join generate_series(1, {events}) as number
          join sayable on sayable.n = 1 + (i::bigint * {events} + number) * 7919 % 100000
          """);

  private final String databaseUrl;
  private final long licenseId;

  /// For the first license of a population, which the server made.
  public ArchiveFiller(String databaseUrl, Population population) {
    this.databaseUrl = databaseUrl;
    this.licenseId = population.licenseId(0);
  }

  /// Writes the threads, unless the license has as many.
  ///
  /// @return how many threads were written
  public int fill(ArchiveSize size, int seed) throws SQLException {
    try (Connection connection = DriverManager.getConnection(databaseUrl);
        var statement = connection.createStatement()) {
      if (count(statement, "select count(*) from thread where license_id = {license}")
          >= size.threads()) {
        return 0;
      }
      connection.setAutoCommit(false);
      // Rows in the order of their keys: every other order would have to be sorted by the keys'
      // indexes.
      statement.execute("set local enable_mergejoin = off");
      statement.execute("set local work_mem = '64MB'");
      for (String sql : PLAN) {
        statement.execute(filled(sql, size, seed));
      }
      var indexes = Indexes.dropped(statement, TABLES);
      for (String sql : ROWS) {
        statement.executeUpdate(filled(sql, size, seed));
      }
      indexes.make(statement);
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("vacuum analyze " + TABLES);
      return size.threads();
    }
  }

  /// Waits until the server has indexed every thread.
  ///
  /// @return how long it took
  public Duration awaitIndex() throws SQLException, InterruptedException {
    return awaitIndex(Long.MAX_VALUE);
  }

  /// Waits until the server has read every thread, and only then has the database make the index
  /// that texts are found by: for archives so large that the server would take them in for longer
  /// than anybody wants to wait for a measurement.
  ///
  /// @param patience how long the server may take
  /// @return how long it took
  public Duration awaitIndexMadeAtOnce(Duration patience)
      throws SQLException, InterruptedException {
    long begin = System.nanoTime();
    try (Connection connection = DriverManager.getConnection(databaseUrl);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      var indexes = Indexes.emptied(statement, INDEXED);
      connection.commit();
      awaitIndex(begin + patience.toNanos());
      indexes.makeAgain(statement);
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("vacuum analyze " + INDEXED);
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private Duration awaitIndex(long endNanos) throws SQLException, InterruptedException {
    long begin = System.nanoTime();
    try (Connection connection = DriverManager.getConnection(databaseUrl);
        var statement = connection.createStatement()) {
      while (count(
              statement,
              """
              select count(*) from thread
              where license_id = {license} and unindexed and closed_at is not null
              """)
          > 0) {
        if (System.nanoTime() > endNanos) {
          throw new ServerRefusal("indexing", "the server takes too long");
        }
        TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
      }
      statement.execute("vacuum analyze thread, " + INDEXED);
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private int count(Statement statement, String sql) throws SQLException {
    try (var row = statement.executeQuery(sql.replace("{license}", Long.toString(licenseId)))) {
      row.next();
      return row.getInt(1);
    }
  }

  private String filled(String sql, ArchiveSize size, int seed) {
    return sql.replace("{license}", Long.toString(licenseId))
        .replace("{threads}", Integer.toString(size.threads()))
        .replace("{events}", Integer.toString(size.eventsPerThread()))
        .replace("{agents}", Integer.toString(ArchiveSize.AGENTS))
        .replace("{tags}", Integer.toString(ArchiveSize.TAGS))
        .replace("{names}", Integer.toString(ArchiveSize.NAMES))
        .replace("{words}", Integer.toString(ArchiveSize.WORDS))
        .replace("{seed}", Integer.toString(seed));
  }
}
