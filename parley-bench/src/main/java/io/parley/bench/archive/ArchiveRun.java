package io.parley.bench.archive;

import io.parley.bench.load.JsonScan;
import io.parley.bench.load.Latency;
import io.parley.bench.load.ServerRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/// Asks for archives, kind after kind, and measures each answer.
public final class ArchiveRun {
  private static final JsonScan.Key NEXT_PAGE = JsonScan.Key.of("next_page_id");
  private static final int PAGES_BEFORE = 99;
  private static final int PAGES_MEASURED = 10;
  private static final int LISTS_SHARE = 50;

  private final ArchiveClient client;
  private final int requests;

  /// @param requests how many of each kind are measured; a fifth more are asked before
  public ArchiveRun(ArchiveClient client, int requests) {
    this.client = client;
    this.requests = requests;
  }

  /// Measures all kinds.
  public ArchiveFigures run(long seed) {
    var seeds = new SplittableRandom(seed);
    var searches = new Histogram(3);
    var rows = new ArrayList<ArchiveFigures.Row>();
    for (ArchiveRequest kind : ArchiveRequest.values()) {
      var histogram = new Histogram(3);
      SplittableRandom random = seeds.split();
      if (kind == ArchiveRequest.DEEP_BY_ID) {
        deepById(random, histogram);
      } else {
        for (int i = -requests / 5; i < requests; i++) {
          ask(kind, kind.body(random), i < 0 ? new Histogram(3) : histogram);
        }
      }
      rows.add(new ArchiveFigures.Row(kind.title(), Latency.of(histogram)));
      if (kind.isSearch()) {
        searches.add(histogram);
      }
    }
    return new ArchiveFigures(List.copyOf(rows), Latency.of(searches));
  }

  private void deepById(SplittableRandom random, Histogram histogram) {
    for (int i = 0; i < Math.max(1, requests / LISTS_SHARE); i++) {
      String body = ArchiveRequest.DEEP_BY_ID.body(random);
      String next = body;
      for (int page = 0; page < PAGES_BEFORE + PAGES_MEASURED && !next.isEmpty(); page++) {
        String answer =
            ask(
                ArchiveRequest.DEEP_BY_ID,
                next,
                page < PAGES_BEFORE ? new Histogram(3) : histogram);
        String id = JsonScan.string(NEXT_PAGE, answer);
        next =
            id.isEmpty()
                ? ""
                : body.substring(0, body.length() - 1) + ",\"page_id\":\"" + id + "\"}";
      }
    }
    if (histogram.getTotalCount() == 0) {
      throw new ServerRefusal("archives", "there are not enough pages");
    }
  }

  private String ask(ArchiveRequest kind, String body, Histogram histogram) {
    long begin = System.nanoTime();
    String answer = client.ask(body, kind == ArchiveRequest.BY_AGENT);
    histogram.recordValue(System.nanoTime() - begin);
    return answer;
  }
}
