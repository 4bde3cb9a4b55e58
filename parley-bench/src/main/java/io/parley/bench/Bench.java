package io.parley.bench;

import io.parley.bench.load.ServerRefusal;
import java.io.IOException;
import java.sql.SQLException;
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
      FanOutCommand.class,
      MixedCommand.class,
      StormCommand.class,
      IdleCommand.class,
      ArchivesCommand.class,
      WebhooksCommand.class,
      RelayCommand.class,
      ProvisionCommand.class,
      PlotCommand.class
    })
public final class Bench {
  private Bench() {}

  /// Runs a command and ends with its exit status.
  public static void main(String[] arguments) {
    var commands = new CommandLine(new Bench());
    commands.setExecutionExceptionHandler((failure, command, _) -> failed(failure, command));
    System.exit(commands.execute(arguments));
  }

  /// What the measured server or the machine refused is one line; anything else is a bug and shows
  /// its trace.
  private static int failed(Exception failure, CommandLine command) throws Exception {
    if (failure instanceof ServerRefusal
        || failure instanceof IOException
        || failure instanceof SQLException) {
      command.getErr().println("bench: " + failure.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw failure;
  }
}
