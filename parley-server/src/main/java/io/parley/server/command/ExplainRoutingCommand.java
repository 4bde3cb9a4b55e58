package io.parley.server.command;

import io.parley.server.control.RunningServer;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `parley explain-routing`: who would get the next chat of a group, as the running server sees it.
final class ExplainRoutingCommand {
  private static final String LICENSE = "--license";
  private static final String GROUP = "--group";

  private ExplainRoutingCommand() {}

  static CommandSpec spec(PrintStream out, Map<String, String> environment) {
    var itself = new CommandSpec[1];
    CommandSpec spec =
        CommandSpec.wrapWithoutInspection(
            (Callable<Integer>)
                () -> run(itself[0].commandLine().getParseResult(), out, environment));
    itself[0] = spec;
    spec.mixinStandardHelpOptions(true);
    spec.usageMessage()
        .description(
            "Says which agent would get the next chat of a group, and why the others not.",
            "Asks the server that runs on the same data directory.")
        .sortOptions(false)
        .width(100);
    spec.addOption(number(LICENSE, "ID", "the license").required(true).build());
    spec.addOption(
        number(GROUP, "N", "the group (default: 0, everybody)").defaultValue("0").build());
    DatabaseOptions.specs().forEach(spec::addOption);
    return spec;
  }

  private static OptionSpec.Builder number(String name, String label, String description) {
    return OptionSpec.builder(name).type(long.class).paramLabel(label).description(description);
  }

  private static int run(ParseResult words, PrintStream out, Map<String, String> environment) {
    RunningServer server = RunningServer.on(DatabaseOptions.read(words, environment).data());
    String license = words.matchedOptionValue(LICENSE, 0L).toString();
    String group = words.matchedOptionValue(GROUP, 0L).toString();
    out.print(server.ask(List.of("explain-routing", license, group)));
    out.flush();
    return CommandLine.ExitCode.OK;
  }
}
