package io.parley.bench.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The JVM and the class path that this program itself runs on, for the other programs that it
/// starts.
public final class JavaProgram {
  private JavaProgram() {}

  /// A command that runs a main class of this program in a JVM with the same options.
  public static List<String> command(Class<?> main, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(tool("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }

  /// What a JVM says to a question of `jcmd`.
  static String diagnose(long pid, String question) throws IOException, InterruptedException {
    var jcmd =
        new ProcessBuilder(tool("jcmd"), Long.toString(pid), question)
            .redirectErrorStream(true)
            .start();
    var answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IOException(question + " was not answered: " + answer);
    }
    return answer;
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }
}
