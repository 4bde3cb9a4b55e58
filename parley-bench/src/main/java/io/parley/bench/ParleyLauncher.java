package io.parley.bench;

import io.parley.bench.machine.LaunchedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts Parley as its users do: through `bin/parley`, on any free port.
///
/// @param root the tree that Parley was built in
/// @param log where the server's standard error goes
record ParleyLauncher(Path root, Path log) {
  /// One token stands for many people in the fan-out and in the searches: what one may do by
  /// default would be the limit that is measured.
  private static final Map<String, String> SETTINGS =
      Map.of("PARLEY_RATES_CHANGES", "1000000", "PARLEY_RATES_HEAVY", "1000000");

  /// Starts the server on a data directory and waits until it is ready.
  LaunchedServer start(Path data, List<String> options) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(root.resolve("bin/parley").toString());
    command.addAll(List.of("start", "--port", "0", "--data", data.toString()));
    command.addAll(options);
    return LaunchedServer.start(command, SETTINGS, log);
  }
}
