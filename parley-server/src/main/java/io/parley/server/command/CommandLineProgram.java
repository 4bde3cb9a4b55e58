package io.parley.server.command;

import io.parley.server.config.ServerConfig;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Finds the command that the words name, and runs it.
public final class CommandLineProgram {
  private static final String EMPTY = "--empty";
  private static final String VERSION = "parley 0.1.0-SNAPSHOT";

  private final PrintStream out;
  private final Failures failures;
  private final PrintStream err;
  private final Map<String, String> environment;

  /// Makes a program that speaks to these streams.
  public CommandLineProgram(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = Map.copyOf(environment);
    this.failures = new Failures(err, this.environment.containsKey("PARLEY_DEBUG"));
  }

  /// Runs to the end.
  ///
  /// @return the exit status
  public int run(String... words) {
    return new CommandLine(program())
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((problem, _) -> failures.usage(problem))
        .setExecutionExceptionHandler((problem, _, _) -> failures.report(problem))
        .execute(words);
  }

  private CommandSpec program() {
    CommandSpec program =
        CommandSpec.wrapWithoutInspection(
            (Callable<Integer>)
                () -> {
                  new CommandLine(program()).usage(out);
                  return CommandLine.ExitCode.OK;
                });
    program.name("parley").version(VERSION).mixinStandardHelpOptions(true);
    program.usageMessage().description("A self-hosted server for conversations with customers.");
    program.addSubcommand("start", start());
    program.addSubcommand("demo", demo());
    var frame = new AdministrationCommand(out, environment);
    program.addSubcommand("agent", AgentCommand.spec(frame, group()));
    program.addSubcommand("client", ClientCommand.spec(frame, group()));
    program.addSubcommand("token", TokenCommand.spec(frame, group()));
    program.addSubcommand("webhooks", WebhooksCommand.spec(frame, group()));
    program.addSubcommand("explain-routing", ExplainRoutingCommand.spec(out, environment));
    return program;
  }

  /// A command that has others, and says which.
  private CommandSpec group() {
    var itself = new CommandSpec[1];
    CommandSpec group =
        CommandSpec.wrapWithoutInspection(
            (Callable<Integer>)
                () -> {
                  itself[0].commandLine().usage(out);
                  return CommandLine.ExitCode.OK;
                });
    itself[0] = group;
    return group.mixinStandardHelpOptions(true);
  }

  private CommandSpec start() {
    var options = new StartOptions(ServerConfig.DEFAULTS);
    CommandSpec start =
        CommandSpec.wrapWithoutInspection(
            (Callable<Integer>)
                () -> new StartCommand(out, environment).run(options.read(environment)));
    start.usageMessage().description("Runs the server until SIGTERM or Ctrl-C.");
    return described(start, options);
  }

  private CommandSpec demo() {
    var options = new StartOptions(DemoCommand.DEFAULTS);
    var itself = new CommandSpec[1];
    CommandSpec demo =
        CommandSpec.wrapWithoutInspection(
            (Callable<Integer>)
                () ->
                    new DemoCommand(out, environment)
                        .run(
                            options.read(environment),
                            itself[0].commandLine().getParseResult().hasMatchedOption(EMPTY)));
    itself[0] = demo;
    demo.usageMessage()
        .description("Runs the server with a demo license, and prints what to try with it.");
    demo.addOption(
        OptionSpec.builder(EMPTY)
            .description("begin without conversations of the past, and without the bot")
            .build());
    return described(demo, options);
  }

  private static CommandSpec described(CommandSpec command, StartOptions options) {
    command.version(VERSION).mixinStandardHelpOptions(true);
    command
        .usageMessage()
        .sortOptions(false)
        .width(100)
        .footer(
            "",
            "Each option is also an environment variable (PARLEY_DATABASE_URL) and a key of the",
            "configuration file (database-url). More settings: docs/configuration.md.");
    for (OptionSpec option : options.specs()) {
      command.addOption(option);
    }
    options.belongTo(command);
    return command;
  }
}
