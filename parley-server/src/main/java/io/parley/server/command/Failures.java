package io.parley.server.command;

import io.parley.server.composition.StartImpossible;
import io.parley.server.config.ConfigInvalid;
import io.parley.server.control.NotRunning;
import io.parley.server.provisioning.ProvisioningInvalid;
import io.parley.store.database.DatabaseUnavailable;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Says in one line on standard error why a command failed, and which exit status that is.
///
/// With PARLEY_DEBUG the stack follows on the same stream, not in the log: whoever typed the
/// command asked for it, and the log's own configuration may be what failed.
final class Failures {
  private final PrintStream err;
  private final boolean debug;

  /// Makes a reporter.
  ///
  /// @param debug whether the whole stack is printed as well
  Failures(PrintStream err, boolean debug) {
    this.err = err;
    this.debug = debug;
  }

  int usage(ParameterException problem) {
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    say(firstLine(problem) + " (" + command + " --help tells the options)", problem);
    return CommandLine.ExitCode.USAGE;
  }

  int report(Exception problem) {
    return switch (problem) {
      case ConfigInvalid _ -> {
        say(firstLine(problem), problem);
        yield CommandLine.ExitCode.USAGE;
      }
      case ProvisioningInvalid _,
          DatabaseUnavailable _,
          StartImpossible _,
          NotDone _,
          NotRunning _ -> {
        say(firstLine(problem), problem);
        yield CommandLine.ExitCode.SOFTWARE;
      }
      default -> {
        say("a fault of the program: " + problem + " (PARLEY_DEBUG=1 shows where)", problem);
        yield CommandLine.ExitCode.SOFTWARE;
      }
    };
  }

  private void say(String line, Exception problem) {
    err.println("parley: " + line.replaceAll("\\R", " "));
    if (debug) {
      problem.printStackTrace(err);
    }
    err.flush();
  }

  private static String firstLine(Exception problem) {
    return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
  }
}
