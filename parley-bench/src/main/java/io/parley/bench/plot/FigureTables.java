package io.parley.bench.plot;

import static io.parley.bench.plot.MarkdownTable.column;

/// The tables of the page of figures: which figures of a part of the report they show.
final class FigureTables {
  static final MarkdownTable DISK =
      MarkdownTable.of(
          column("8 KiB written and synced, a second", "/syncs_per_second", Unit.COUNT),
          column("p50", "/sync_micros/p50", Unit.MILLIS),
          column("p99", "/sync_micros/p99", Unit.MILLIS),
          column("p99.9", "/sync_micros/p999", Unit.MILLIS));

  static final MarkdownTable PAIR_CHAT =
      MarkdownTable.of(
          column("server", "/server", Unit.TEXT),
          column("run", "/run", Unit.TEXT),
          column("conversations", "/conversations", Unit.COUNT),
          column("messages/s", "/messages_per_second", Unit.COUNT),
          column("of the ceiling's", "/ratio_to_ceiling", Unit.RATIO),
          column("push p50", "/delivery_micros/p50", Unit.MILLIS),
          column("p99", "/delivery_micros/p99", Unit.MILLIS),
          column("p99.9", "/delivery_micros/p999", Unit.MILLIS),
          column("response p50", "/response_micros/p50", Unit.MILLIS),
          column("p99", "/response_micros/p99", Unit.MILLIS),
          column("CPU", "/cpu_seconds_per_1000/together", Unit.CPU_SECONDS),
          column("of it database", "/cpu_seconds_per_1000/database", Unit.CPU_SECONDS),
          column("times the ceiling's", "/cpu_to_ceiling", Unit.RATIO),
          column("afterwards", "/cpu_seconds_afterwards_per_1000", Unit.CPU_SECONDS),
          column("MiB", "/memory_bytes/together", Unit.MIB),
          column("others", "/processors_used_by_others", Unit.RATIO));

  static final MarkdownTable FAN_OUT =
      MarkdownTable.of(
          column("server", "/server", Unit.TEXT),
          column("run", "/run", Unit.TEXT),
          column("messages/s", "/messages_per_second", Unit.COUNT),
          column("pushes/s", "/pushes_per_second", Unit.COUNT),
          column("each p50", "/each_micros/p50", Unit.MILLIS),
          column("p99", "/each_micros/p99", Unit.MILLIS),
          column("last p50", "/last_micros/p50", Unit.MILLIS),
          column("p99", "/last_micros/p99", Unit.MILLIS),
          column("CPU", "/cpu_seconds_per_1000/together", Unit.CPU_SECONDS),
          column("of it database", "/cpu_seconds_per_1000/database", Unit.CPU_SECONDS),
          column("MiB", "/memory_bytes/together", Unit.MIB),
          column("others", "/processors_used_by_others", Unit.RATIO));

  static final MarkdownTable MIXED =
      MarkdownTable.of(
          column("run", "/run", Unit.TEXT),
          column("chats", "/chats", Unit.COUNT),
          column("operations/s", "/operations_per_second", Unit.COUNT),
          column("p50", "/all_micros/p50", Unit.MILLIS),
          column("p99", "/all_micros/p99", Unit.MILLIS),
          column("p99.9", "/all_micros/p999", Unit.MILLIS),
          column("CPU", "/cpu_seconds_per_1000/together", Unit.CPU_SECONDS),
          column("of it database", "/cpu_seconds_per_1000/database", Unit.CPU_SECONDS),
          column("MiB", "/memory_bytes/together", Unit.MIB),
          column("others", "/processors_used_by_others", Unit.RATIO));

  static final MarkdownTable MIXED_KINDS =
      MarkdownTable.of(
          column("run", "/run", Unit.TEXT),
          column("operation", "/kind", Unit.TEXT),
          column("of all", "/share", Unit.PERCENT),
          column("p50", "/micros/p50", Unit.MILLIS),
          column("p99", "/micros/p99", Unit.MILLIS),
          column("p99.9", "/micros/p999", Unit.MILLIS));

  static final MarkdownTable STORM =
      MarkdownTable.of(
          column("server", "/server", Unit.TEXT),
          column("connections", "/connections", Unit.COUNT),
          column("of them agents", "/agents", Unit.COUNT),
          column("logins/s", "/logins_per_second", Unit.COUNT),
          column("p50", "/login_micros/p50", Unit.MILLIS),
          column("p99", "/login_micros/p99", Unit.MILLIS),
          column("CPU", "/cpu_seconds_per_1000/together", Unit.CPU_SECONDS),
          column("pushes", "/pushes", Unit.COUNT),
          column("failed", "/failed", Unit.COUNT),
          column("MiB", "/memory_bytes/together", Unit.MIB));

  static final MarkdownTable IDLE =
      MarkdownTable.of(
          column("server", "/server", Unit.TEXT),
          column("connections", "/connections", Unit.COUNT),
          column("server before", "/before/resident_bytes_after_collection", Unit.MIB),
          column("with them", "/after/resident_bytes_after_collection", Unit.MIB),
          column("KiB each", "/kib_per_connection", Unit.DECIMAL),
          column("of it heap", "/heap_kib_per_connection", Unit.DECIMAL),
          column("KiB each, nothing collected", "/kib_per_connection_uncollected", Unit.DECIMAL));

  static final MarkdownTable WEBHOOKS =
      MarkdownTable.of(
          column("messages/s without", "/without/messages_per_second", Unit.COUNT),
          column("with webhooks", "/with/messages_per_second", Unit.COUNT),
          column("slower by", "/slowdown", Unit.PERCENT),
          column("CPU without", "/without/cpu_seconds_per_1000/together", Unit.CPU_SECONDS),
          column("with webhooks", "/with/cpu_seconds_per_1000/together", Unit.CPU_SECONDS),
          column("webhooks/s, first message to last webhook", "/webhooks_per_second", Unit.COUNT),
          column("beside messages", "/webhooks_per_second_besides", Unit.COUNT),
          column("left", "/left", Unit.COUNT),
          column("seconds for them", "/seconds_for_the_rest", Unit.DECIMAL),
          column("messages/s, steady", "/rate", Unit.COUNT),
          column("commit to receipt p50", "/webhook_micros/p50", Unit.MILLIS),
          column("p99", "/webhook_micros/p99", Unit.MILLIS));

  static final MarkdownTable START =
      MarkdownTable.of(
          column("start", "/kind", Unit.TEXT),
          column("seconds until ready", "/median_seconds", Unit.RATIO),
          column("CPU seconds", "/cpu_seconds", Unit.DECIMAL));

  static final MarkdownTable IDLE_SERVER =
      MarkdownTable.of(
          column("server", "/idle_server/memory_bytes/server", Unit.MIB),
          column("database", "/idle_server/memory_bytes/database", Unit.MIB),
          column("together", "/idle_server/memory_bytes/together", Unit.MIB));

  static final MarkdownTable LICENSE =
      MarkdownTable.of(
          column("active chats", "/active_chats", Unit.COUNT),
          column("seconds until ready", "/ready_seconds", Unit.RATIO),
          column("first request answered", "/first_answer_seconds", Unit.RATIO),
          column("loading", "/load_seconds", Unit.RATIO),
          column("CPU seconds", "/cpu_seconds", Unit.DECIMAL),
          column("heap, collected", "/heap_bytes_after_collection", Unit.MIB),
          column("MiB", "/memory_bytes/together", Unit.MIB));

  static final MarkdownTable ARCHIVES =
      MarkdownTable.of(
          column("archives by", "/kind", Unit.TEXT),
          column("requests", "/micros/count", Unit.COUNT),
          column("p50", "/micros/p50", Unit.MILLIS),
          column("p95", "/micros/p95", Unit.MILLIS),
          column("p99", "/micros/p99", Unit.MILLIS),
          column("max", "/micros/max", Unit.MILLIS));

  static final MarkdownTable GROWTH =
      MarkdownTable.of(
          column("minutes", "/minutes", Unit.DECIMAL),
          column("heap, collected", "/heap_bytes_after_collection", Unit.DECIMAL_MIB),
          column("server", "/memory_bytes/server", Unit.MIB),
          column("database", "/memory_bytes/database", Unit.MIB));

  private FigureTables() {}
}
