package io.parley.bench;

import io.parley.bench.archive.ArchiveFiller;
import io.parley.bench.archive.ArchiveRun;
import io.parley.bench.archive.ArchiveSize;
import io.parley.bench.archive.WebArchiveClient;
import io.parley.bench.load.Population;
import io.parley.bench.machine.ServerDatabase;
import io.parley.bench.report.ArchivesSection;
import io.parley.bench.report.Section;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/// How fast archives of a size are searched. Parley is started on a new data directory, which is
/// filled and indexed first.
///
/// @param name what the part is called, which says the size
/// @param isIndexMadeAtOnce whether the index is made when all texts have been read, instead of
/// by and by
/// @param requests of each kind
record ArchivesPart(String name, ArchiveSize size, boolean isIndexMadeAtOnce, int requests)
    implements Part {
  private static final int AGENTS = 30;
  private static final int SEED = 1;
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  @Override
  public Section measure(Stage stage) throws IOException, SQLException, InterruptedException {
    var events = (long) size.threads() * size.eventsPerThread();
    System.err.printf("bench: archives of %d events%n", events);
    var population = new Population(1, AGENTS);
    try (var contestants = stage.contestants(name, population)) {
      var parley = contestants.startParley();
      var filler = new ArchiveFiller(ServerDatabase.embeddedIn(contestants.data()), population);
      var begin = System.nanoTime();
      filler.fill(size, SEED);
      var fillSeconds = (System.nanoTime() - begin) / 1e9;
      System.err.printf("bench: written in %.0f s%n", fillSeconds);
      var indexSeconds = index(filler).toMillis() / 1e3;
      System.err.printf("bench: indexed after another %.0f s%n", indexSeconds);
      var figures =
          new ArchiveRun(new WebArchiveClient(parley.address(), population), requests).run(SEED);
      return new ArchivesSection(
          name, events, fillSeconds, indexSeconds, figures, parley.processes().memory());
    }
  }

  private Duration index(ArchiveFiller filler) throws SQLException, InterruptedException {
    return isIndexMadeAtOnce ? filler.awaitIndexMadeAtOnce(PATIENCE) : filler.awaitIndex();
  }
}
