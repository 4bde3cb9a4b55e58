package io.parley.bench.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Everything that a report says, as a page with the charts and a table for each part. What was not
/// measured is left out.
public final class FiguresPage {
  private static final String HEAD =
      """
      # Figures

      As `bin/bench all` measured them; `bin/bench plot` writes this page. What is measured and how, what the relays are, and
      which goals these figures reach: [performance.md](../performance.md). Latencies are in milliseconds, memory is in MiB, processor
      time (CPU) in seconds of the server and its database together for 1,000 messages, operations or logins.
      """;

  private final JsonNode report;
  private final Set<String> charts;
  private final StringBuilder page = new StringBuilder(HEAD);

  private FiguresPage(JsonNode report, Set<String> charts) {
    this.report = report;
    this.charts = charts;
  }

  /// The page of a report, as Markdown.
  ///
  /// @param charts the files that lie beside it
  public static String of(JsonNode report, Set<String> charts) {
    return new FiguresPage(report, charts).written();
  }

  private String written() {
    part("disk", "Disk", List.of());
    table(FigureTables.DISK, one(report.path("disk")));
    part(
        "pair-chat",
        "Pair chat",
        List.of("pair-chat-rate.svg", "pair-chat-latency.svg", "pair-chat-cpu.svg"));
    table(FigureTables.PAIR_CHAT, all(report.path("pair-chat")));
    part("fan-out", "Fan-out", List.of("fan-out.svg"));
    table(FigureTables.FAN_OUT, all(report.path("fan-out")));
    part("mixed", "Everything mixed", List.of("mixed.svg"));
    table(FigureTables.MIXED, all(report.path("mixed")));
    table(FigureTables.MIXED_KINDS, kinds(report.path("mixed")));
    part("storm", "Connection storm", List.of("storm.svg"));
    table(FigureTables.STORM, all(report.path("storm")));
    part("idle", "Idle connections", List.of("idle.svg"));
    table(FigureTables.IDLE, all(report.path("idle")));
    part("webhooks", "Webhooks", List.of());
    table(FigureTables.WEBHOOKS, one(report.path("webhooks")));
    part("start", "Start", List.of());
    table(FigureTables.START, all(report.path("start").path("starts")));
    table(FigureTables.IDLE_SERVER, one(report.path("start")));
    part("license", "A large license", List.of());
    table(FigureTables.LICENSE, one(report.path("license")));
    part("archives", "Archives, 1,000,000 events", List.of("archives.svg"));
    table(FigureTables.ARCHIVES, searches(report.path("archives")));
    part("archives-10m", "Archives, 10,000,000 events", List.of());
    table(FigureTables.ARCHIVES, searches(report.path("archives-10m")));
    part("growth", "Growth", List.of("growth.svg"));
    table(FigureTables.GROWTH, all(report.path("growth").path("samples")));
    return page.toString();
  }

  private void part(String name, String title, List<String> pictures) {
    if (report.path(name).isEmpty()) {
      return;
    }
    page.append("\n## ").append(title).append('\n');
    for (var picture : pictures) {
      if (charts.contains(picture)) {
        page.append("\n![%s](%s)\n".formatted(title, picture));
      }
    }
  }

  private void table(MarkdownTable table, List<JsonNode> rows) {
    if (!rows.isEmpty()) {
      page.append('\n').append(table.with(rows));
    }
  }

  private static List<JsonNode> one(JsonNode part) {
    return part.isEmpty() ? List.of() : List.of(part);
  }

  private static List<JsonNode> all(JsonNode array) {
    var all = new ArrayList<JsonNode>();
    array.forEach(all::add);
    return all;
  }

  /// A row for each kind of operation of each run.
  private static List<JsonNode> kinds(JsonNode mixed) {
    var rows = new ArrayList<JsonNode>();
    for (var run : mixed) {
      for (var kind : run.path("kinds").properties()) {
        ObjectNode row = kind.getValue().deepCopy();
        row.set("run", run.path("run"));
        row.put("kind", kind.getKey().replace('_', ' '));
        rows.add(row);
      }
    }
    return rows;
  }

  /// A row for each kind of search, and one for all of them.
  private static List<JsonNode> searches(JsonNode archives) {
    var rows = all(archives.path("kinds"));
    if (archives.path("searches_micros") instanceof ObjectNode every) {
      ObjectNode row = every.objectNode();
      row.put("kind", "**every search**");
      row.set("micros", every);
      rows.add(row);
    }
    return rows;
  }
}
