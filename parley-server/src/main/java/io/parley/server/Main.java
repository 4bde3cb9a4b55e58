package io.parley.server;

import io.parley.server.command.CommandLineProgram;
import java.util.Locale;

/// The entry point of `bin/parley`.
public final class Main {
  private Main() {}

  /// Runs the command that the words name and leaves the process with its exit status.
  ///
  /// @param words the words after `bin/parley`
  public static void main(String[] words) {
    Locale.setDefault(Locale.ROOT);
    System.exit(new CommandLineProgram(System.out, System.err, System.getenv()).run(words));
  }
}
