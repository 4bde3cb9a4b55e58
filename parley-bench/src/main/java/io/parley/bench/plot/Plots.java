package io.parley.bench.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The charts of a report: one for each thing that is better seen than read. What was not measured
/// has none.
public final class Plots {
  private static final String CLOSED = "closed";
  private static final double MIB = 1 << 20;

  private static final String FIRST_COLOR = "#2f81f7";
  private static final String SECOND_COLOR = "#d08a1d";

  /// The servers in the order in which they are shown, each with its color.
  private static final Map<String, String> COLORS = new LinkedHashMap<>();

  static {
    COLORS.put("relay", "#9aa5b1");
    COLORS.put("relay+postgres", SECOND_COLOR);
    COLORS.put("parley", FIRST_COLOR);
  }

  private Plots() {}

  /// The charts of a report, by the names of their files.
  public static Map<String, String> of(JsonNode report) {
    var charts = new LinkedHashMap<String, String>();
    var pairs = all(report.path("pair-chat"));
    put(charts, "pair-chat-rate.svg", rates(pairs));
    put(charts, "pair-chat-latency.svg", latencies(pairs));
    put(charts, "pair-chat-cpu.svg", cpu(pairs));
    put(charts, "fan-out.svg", fanOut(all(report.path("fan-out"))));
    put(charts, "mixed.svg", mixed(report.path("mixed")));
    put(charts, "storm.svg", storm(all(report.path("storm"))));
    put(charts, "idle.svg", idle(all(report.path("idle"))));
    put(charts, "growth.svg", growth(report.path("growth")));
    put(charts, "archives.svg", archives(report));
    return charts;
  }

  private static void put(Map<String, String> charts, String file, Optional<String> chart) {
    chart.ifPresent(svg -> charts.put(file, svg));
  }

  private static Optional<String> rates(List<JsonNode> rows) {
    return bars(
        "Pair chat, closed: messages/s by conversations at once",
        closed(rows),
        "conversations",
        row -> row.path("messages_per_second").doubleValue());
  }

  private static Optional<String> cpu(List<JsonNode> rows) {
    return bars(
        "Pair chat, closed: seconds of processor time for 1,000 messages",
        // One conversation alone costs so much more that the others would not be seen.
        closed(rows).stream().filter(row -> row.path("conversations").intValue() > 1).toList(),
        "conversations",
        row -> row.path("cpu_seconds_per_1000").path("together").doubleValue());
  }

  private static Optional<String> latencies(List<JsonNode> rows) {
    var ranges = new ArrayList<RangeChart.Row>();
    for (var row : rows) {
      var run = row.path("run").textValue();
      var group =
          run.equals(CLOSED)
              ? "%,d at once".formatted(row.path("conversations").intValue())
              : "%,d, %s".formatted(row.path("conversations").intValue(), run);
      ranges.add(range(group, color(row), row.path("delivery_micros")));
    }
    return ranges.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RangeChart(
                    "Pair chat: from sending to the push, ms, by conversations",
                    legend(rows),
                    ranges)
                .svg());
  }

  private static Optional<String> fanOut(List<JsonNode> rows) {
    return bars(
        "One chat, 50 agents following, closed: pushes/s",
        closed(rows),
        "followers",
        row -> row.path("pushes_per_second").doubleValue());
  }

  private static Optional<String> storm(List<JsonNode> rows) {
    return bars(
        "Connection storm: logins/s",
        rows,
        "connections",
        row -> row.path("logins_per_second").doubleValue());
  }

  private static Optional<String> idle(List<JsonNode> rows) {
    return bars(
        "Idle connections: KiB of the server's memory each, between two collections",
        rows,
        "connections",
        row -> row.path("kib_per_connection").doubleValue());
  }

  private static Optional<String> mixed(JsonNode mixed) {
    if (mixed.isEmpty()) {
      return Optional.empty();
    }
    var ranges = new ArrayList<RangeChart.Row>();
    for (var run : mixed) {
      for (var kind : run.path("kinds").properties()) {
        var title = kind.getKey().replace('_', ' ');
        var latency = kind.getValue().path("micros");
        if (latency.path("count").longValue() > 0) {
          ranges.add(range(title, runColor(run), latency));
        }
      }
    }
    // Both runs of a kind beside one another.
    var titles = new LinkedHashSet<String>();
    ranges.forEach(row -> titles.add(row.group()));
    var sorted =
        titles.stream()
            .flatMap(title -> ranges.stream().filter(row -> row.group().equals(title)))
            .toList();
    var legend = new ArrayList<Legend.Entry>();
    for (var run : mixed) {
      legend.add(new Legend.Entry(run.path("run").textValue(), runColor(run)));
    }
    return Optional.of(
        new RangeChart("Everything mixed, 500 chats: answered and delivered, ms", legend, sorted)
            .svg());
  }

  private static Optional<String> growth(JsonNode growth) {
    if (growth.path("samples").isEmpty()) {
      return Optional.empty();
    }
    var heap = new ArrayList<LineChart.Point>();
    var server = new ArrayList<LineChart.Point>();
    for (var sample : growth.path("samples")) {
      var minutes = sample.path("minutes").doubleValue();
      heap.add(
          new LineChart.Point(
              minutes, sample.path("heap_bytes_after_collection").doubleValue() / MIB));
      server.add(
          new LineChart.Point(
              minutes, sample.path("memory_bytes").path("server").doubleValue() / MIB));
    }
    return Optional.of(
        new LineChart(
                "Full load, everything mixed: memory of the server, MiB",
                "minutes",
                List.of(
                    new LineChart.Line("heap after a collection", FIRST_COLOR, heap),
                    new LineChart.Line("resident", SECOND_COLOR, server)))
            .svg());
  }

  private static Optional<String> archives(JsonNode report) {
    var ranges = new ArrayList<RangeChart.Row>();
    var small = report.path("archives");
    var large = report.path("archives-10m");
    var first = small.isMissingNode() ? large : small;
    for (var i = 0; i < first.path("kinds").size(); i++) {
      archive(small.path("kinds").path(i), FIRST_COLOR).ifPresent(ranges::add);
      archive(large.path("kinds").path(i), SECOND_COLOR).ifPresent(ranges::add);
    }
    return ranges.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RangeChart(
                    "Archives, one page, ms",
                    List.of(
                        new Legend.Entry("1,000,000 events", FIRST_COLOR),
                        new Legend.Entry("10,000,000 events", SECOND_COLOR)),
                    ranges)
                .svg());
  }

  private static Optional<RangeChart.Row> archive(JsonNode kind, String color) {
    return kind.isMissingNode()
        ? Optional.empty()
        : Optional.of(range(kind.path("kind").textValue(), color, kind.path("micros")));
  }

  private interface Figure {
    double in(JsonNode row);
  }

  /// Bars for each server, in groups by how many of something there were.
  private static Optional<String> bars(
      String title, List<JsonNode> rows, String grouping, Figure figure) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var sizes = rows.stream().map(row -> row.path(grouping).intValue()).distinct().toList();
    var series = new ArrayList<BarChart.Series>();
    COLORS.forEach(
        (server, color) -> {
          if (rows.stream().anyMatch(row -> isOf(server, row))) {
            var values =
                sizes.stream()
                    .map(
                        size ->
                            rows.stream()
                                .filter(row -> isOf(server, row))
                                .filter(row -> row.path(grouping).intValue() == size)
                                .findFirst()
                                .map(figure::in)
                                .orElse(Double.NaN))
                    .toList();
            series.add(new BarChart.Series(server, color, values));
          }
        });
    var groups = sizes.stream().map("%,d"::formatted).toList();
    return Optional.of(new BarChart(title, groups, series).svg());
  }

  private static RangeChart.Row range(String group, String color, JsonNode micros) {
    return new RangeChart.Row(
        group,
        color,
        micros.path("p50").doubleValue() / 1e3,
        micros.path("p99").doubleValue() / 1e3,
        micros.path("p999").doubleValue() / 1e3);
  }

  private static List<Legend.Entry> legend(List<JsonNode> rows) {
    return COLORS.entrySet().stream()
        .filter(entry -> rows.stream().anyMatch(row -> isOf(entry.getKey(), row)))
        .map(entry -> new Legend.Entry(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static String color(JsonNode row) {
    return COLORS.getOrDefault(row.path("server").asText(), Drawing.GREY);
  }

  private static String runColor(JsonNode run) {
    return run.path("run").asText().equals(CLOSED) ? FIRST_COLOR : SECOND_COLOR;
  }

  private static boolean isOf(String server, JsonNode row) {
    return row.path("server").asText().equals(server);
  }

  private static List<JsonNode> closed(List<JsonNode> rows) {
    return rows.stream().filter(row -> row.path("run").asText().equals(CLOSED)).toList();
  }

  private static List<JsonNode> all(JsonNode array) {
    var all = new ArrayList<JsonNode>();
    array.forEach(all::add);
    return all;
  }
}
