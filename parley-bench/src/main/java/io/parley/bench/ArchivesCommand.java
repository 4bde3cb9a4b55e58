package io.parley.bench;

import io.parley.bench.archive.ArchiveFigures;
import io.parley.bench.archive.ArchiveFiller;
import io.parley.bench.archive.ArchiveRun;
import io.parley.bench.archive.ArchiveSize;
import io.parley.bench.archive.WebArchiveClient;
import io.parley.bench.machine.ServerDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures how fast archives are searched.
@Command(
    name = "archives",
    description =
        "Fills the first license of a running server with conversations, unless it has been, and"
            + " tells how fast they are searched.")
final class ArchivesCommand implements Callable<Integer> {

  /// Where the server keeps its rows.
  static final class Where {
    @Option(
        names = "--database-url",
        required = true,
        description = "The server's database, jdbc:postgresql://… or postgres://….")
    private @Nullable String databaseUrl;

    @Option(
        names = "--data",
        required = true,
        description = "The server's data directory, for the embedded database.")
    private @Nullable Path data;

    String jdbcUrl() throws IOException {
      return data == null
          ? ServerDatabase.jdbcUrl(databaseUrl == null ? "" : databaseUrl)
          : ServerDatabase.embeddedIn(data);
    }
  }

  @ArgGroup(multiplicity = "1")
  private Where where = new Where();

  @Option(
      names = "--url",
      description = "The server, as http://host:port; without it the license is filled only.")
  private @Nullable URI url;

  @Option(names = "--threads", description = "Closed threads (default: ${DEFAULT-VALUE}).")
  private int threads = 100_000;

  @Option(
      names = "--events-per-thread",
      description = "Messages in each thread (default: ${DEFAULT-VALUE}).")
  private int eventsPerThread = 10;

  @Option(names = "--requests", description = "Requests of each kind (default: ${DEFAULT-VALUE}).")
  private int requests = 200;

  @Option(names = "--seed", description = "Which words are drawn (default: ${DEFAULT-VALUE}).")
  private int seed = 1;

  @Option(names = "--json", description = "A file for the figures.")
  private @Nullable Path json;

  @Mixin private PopulationOptions population = new PopulationOptions();

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException {
    var people = population.population();
    var filler = new ArchiveFiller(where.jdbcUrl(), people);
    System.err.printf(
        "%d threads were written%n", filler.fill(new ArchiveSize(threads, eventsPerThread), seed));
    if (url == null) {
      return 0;
    }
    System.err.printf("indexed after %d s%n", filler.awaitIndex().toSeconds());
    ArchiveFigures figures = new ArchiveRun(new WebArchiveClient(url, people), requests).run(seed);
    System.out.print(figures.table());
    if (json != null) {
      figures.writeJson(json);
    }
    return 0;
  }
}
