package io.parley.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The entry point of `bin/parley`: reads the command line and hands over to the command it names.
@Command(
    name = "parley",
    description = "A self-hosted server for conversations with customers.",
    mixinStandardHelpOptions = true,
    version = "parley 0.1.0-SNAPSHOT")
public final class Main implements Runnable {

  private Main() {}

  /// Runs the command and leaves the process with its exit status.
  ///
  /// @param args the words after `bin/parley`
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
