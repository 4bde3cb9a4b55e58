package io.parley.store.embedded;

import io.parley.store.database.DatabaseUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL's programs together with a way to run them that has been tried.
record Installation(Binaries binaries, Launcher launcher) {

  private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
  private static final String REFUSES_ROOT = "cannot be run as root";

  /// Tries places and ways, best first: the shared cache before the data directory, Parley's own
  /// user before another. The data directory matters where another user can't enter the cache, or
  /// the cache can't be written.
  static Installation find(Path cache, Path data, List<Launcher> ownWays) {
    var complaints = new LinkedHashSet<String>();
    for (var place : new LinkedHashSet<>(List.of(cache, data))) {
      try {
        var binaries = Binaries.in(place);
        for (var way : ways(binaries, ownWays)) {
          var complaint = tryOut(binaries, way);
          if (complaint.isEmpty()) {
            LOG.debug("PostgreSQL runs {} from {}", way.name(), binaries.directory());
            return new Installation(binaries, way);
          }
          complaints.add(way.name() + ": " + complaint.get());
        }
      } catch (IOException e) {
        complaints.add(
            StorageTrouble.with("its programs can't be put into " + place, e).getMessage());
      }
    }
    throw unusable(complaints);
  }

  /// Another user is a way out for root alone.
  private static List<Launcher> ways(Binaries binaries, List<Launcher> ownWays) throws IOException {
    var ways = new ArrayList<>(ownWays);
    var plain = new Launcher("plainly", List.of(), Optional.empty());
    if (tryOut(binaries, plain).filter(said -> said.contains(REFUSES_ROOT)).isPresent()) {
      ways.removeIf(way -> way.name().equals(Launcher.DIRECTLY));
      ways.addAll(Launcher.otherWays());
    }
    return ways;
  }

  /// Has initdb say its settings, which it does only for a user that it would work for.
  ///
  /// @return what it complains about
  private static Optional<String> tryOut(Binaries binaries, Launcher way) {
    try {
      var answer =
          way.run(
              List.of(binaries.program("initdb"), "--show", "-U", "parley", "-D", "/nonexistent"));
      return answer.isSuccess() ? Optional.empty() : Optional.of(firstLine(answer.output()));
    } catch (IOException e) {
      return Optional.of(firstLine(String.valueOf(e.getMessage())));
    }
  }

  private static String firstLine(String output) {
    return output.lines().filter(line -> !line.isBlank()).findFirst().orElse("no reason given");
  }

  private static DatabaseUnavailable unusable(Set<String> complaints) {
    return new DatabaseUnavailable(
        "the embedded PostgreSQL can't run here ("
            + String.join("; ", complaints)
            + "); give a PostgreSQL of your own with --database-url");
  }
}
