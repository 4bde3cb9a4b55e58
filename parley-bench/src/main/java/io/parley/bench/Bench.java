package io.parley.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/// The command line of the bench.
@Command(
    name = "bench",
    description = "Measures how fast Parley is, and how fast anything in its place could be.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    subcommands = {
      AllCommand.class,
      PairChatCommand.class,
      IdleCommand.class,
      RelayCommand.class,
      ProvisionCommand.class
    })
public final class Bench {
  private Bench() {}

  /// Runs a command and ends with its exit status.
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }
}
