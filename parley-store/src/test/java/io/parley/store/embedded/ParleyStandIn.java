package io.parley.store.embedded;

import java.io.IOException;
import java.nio.file.Path;

/// Another process that uses a data directory, for tests that kill it.
final class ParleyStandIn {

  private ParleyStandIn() {}

  /// Starts a database in the given directory, commits a row, says the database's process and waits
  /// to be killed.
  public static void main(String[] arguments) throws Exception {
    var postgres = TestServers.start(Path.of(arguments[0]));
    TestServers.ask(postgres, "create table kept as select 42 as answer");
    System.out.println(postgres.pid());
    System.in.read();
  }

  static Process start(Path data) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            ParleyStandIn.class.getName(),
            data.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
