package io.parley.bench.license;

import io.parley.bench.load.Population;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// Fills a license with chats that are active: each has a customer who visited a page, an agent,
/// one open thread and a few messages.
public final class ActiveChats {
  private static final int EVENTS = 4;

  private static final List<String> ROWS =
      List.of(
          """
          create temporary table planned on commit drop as
          select
            i,
            'C' || lpad(upper(to_hex(i)), 9, '0') as chat_id,
            'D' || lpad(upper(to_hex(i)), 9, '0') as thread_id,
            md5('active customer ' || i)::uuid::text as customer_id,
            'a:bench-agent-' || i % {agents} || '@example.com' as agent_key,
            now() - ({chats} - i) * interval '1 millisecond' as begun_at
          from generate_series(1, {chats}) as i
          """,
          """
          insert into customer (
            license_id, id, created_at, chats, threads, visits, name, email, fields, last_visit,
            group_ids)
          select
            {license}, customer_id, begun_at, 1, 1, 1, 'Customer ' || i,
            'customer' || i || '@example.com', '[{"name": "plan", "value": "large"}]',
            jsonb_build_object(
              'id', i,
              'started_at', to_char(begun_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
              'ip', '192.0.2.1',
              'user_agent', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36',
              'last_pages', jsonb_build_array(jsonb_build_object(
                'opened_at', to_char(begun_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                'url', 'https://shop.example/products/' || i,
                'title', 'Product ' || i))),
            '{0}'
          from planned
          """,
          """
          insert into chat (
            license_id, id, created_at, last_thread_created_at, active, last_thread_id, group_ids,
            followers, properties)
          select
            {license}, chat_id, begun_at, begun_at, true, thread_id, '{0}', '{}',
            '{"routing": {"continuous": false, "unassigned": false}}'
          from planned
          """,
          """
          insert into chat_user (license_id, chat_id, user_key, position, present, visibility)
          select {license}, chat_id, 'c:' || customer_id, 2 * i, true, 'all' from planned
          union all
          select {license}, chat_id, agent_key, 2 * i + 1, true, 'all' from planned
          """,
          """
          insert into thread (
            license_id, id, chat_id, ordinal, created_at, closed_at, group_ids, tags, user_keys,
            properties)
          select
            {license}, thread_id, chat_id, 1, begun_at, null, '{0}', '{}',
            array['c:' || customer_id, agent_key],
            '{"routing": {"continuous": false, "unassigned": false, "idle": false}}'
          from planned
          """,
          """
          insert into event (
            license_id, created_at, number, thread_id, chat_id, type, author, recipients, body)
          select
            {license}, begun_at + number * interval '1 millisecond', number, thread_id, chat_id,
            'message', case when number % 2 = 1 then 'c:' || customer_id else agent_key end, 'all',
            '{"text": "have you seen the parcel that I sent on Monday?"}'
          from planned cross join generate_series(1, {events}) as number
          """);

  private final String databaseUrl;
  private final Population population;

  /// For the first license of a population, which the server made.
  public ActiveChats(String databaseUrl, Population population) {
    this.databaseUrl = databaseUrl;
    this.population = population;
  }

  /// Writes the chats into a license that has none, dealt out to the agents in turn.
  public void fill(int chats) throws SQLException {
    try (var connection = DriverManager.getConnection(databaseUrl);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (var sql : ROWS) {
        statement.execute(
            sql.replace("{license}", Long.toString(population.licenseId(0)))
                .replace("{agents}", Integer.toString(population.agents()))
                .replace("{events}", Integer.toString(EVENTS))
                .replace("{chats}", Integer.toString(chats)));
      }
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("vacuum analyze customer, chat, chat_user, thread, event");
      statement.execute("checkpoint");
    }
  }
}
