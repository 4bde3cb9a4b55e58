package io.parley.server.command;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.gateway.account.Administered;
import io.parley.server.composition.Administration;
import io.parley.server.composition.Surroundings;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// A command that works on a server's data beside the server: its words, and the frame in which it
/// runs.
final class AdministrationCommand {
  private static final String LICENSE = "--license";
  private static final String AGENT = "--agent";
  private static final String SCOPE = "--scope";
  private static final String NAME = "--name";
  private static final String REDIRECT_URI = "--redirect-uri";

  private final PrintStream out;
  private final Map<String, String> environment;

  AdministrationCommand(PrintStream out, Map<String, String> environment) {
    this.out = out;
    this.environment = environment;
  }

  /// What a command does.
  @FunctionalInterface
  interface Work {
    /// Does it.
    ///
    /// @param words read already
    void run(Words words, Administration administration, PrintStream out);
  }

  /// The words that a command was given.
  record Words(ParseResult parsed) {
    LicenseId license() {
      return new LicenseId(parsed.matchedOptionValue(LICENSE, 0L));
    }

    AgentId agent() {
      return new AgentId(parsed.matchedOptionValue(AGENT, ""));
    }

    String name() {
      return parsed.matchedOptionValue(NAME, "");
    }

    List<String> redirectUris() {
      return parsed.matchedOptionValue(REDIRECT_URI, List.of());
    }

    Set<String> scopes() {
      var scopes = new LinkedHashSet<String>();
      for (String words : parsed.matchedOptionValue(SCOPE, List.<String>of())) {
        scopes.addAll(List.of(words.split(",")));
      }
      return scopes;
    }

    boolean has(String option) {
      return parsed.hasMatchedOption(option);
    }

    String text(String option) {
      return parsed.matchedOptionValue(option, "");
    }

    String operand() {
      return parsed.matchedPositionalValue(0, "");
    }
  }

  /// The command as picocli knows it.
  CommandSpec spec(String description, Work work) {
    var itself = new CommandSpec[1];
    CommandSpec spec =
        CommandSpec.wrapWithoutInspection(
            (Callable<Integer>) () -> run(itself[0].commandLine().getParseResult(), work));
    itself[0] = spec;
    spec.mixinStandardHelpOptions(true);
    spec.usageMessage().description(description).sortOptions(false).width(100);
    spec.addOption(
        OptionSpec.builder(LICENSE)
            .type(long.class)
            .required(true)
            .paramLabel("ID")
            .description("the license")
            .build());
    DatabaseOptions.specs().forEach(spec::addOption);
    return spec;
  }

  private int run(ParseResult parsed, Work work) {
    System.setProperty("parley.log.level", "warn");
    try (var administration =
        Administration.open(
            DatabaseOptions.read(parsed, environment), Surroundings.real(environment))) {
      work.run(new Words(parsed), administration, out);
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  static OptionSpec agentOption() {
    return text(AGENT, "E-MAIL", "the agent").required(true).build();
  }

  static OptionSpec nameOption(String description) {
    return text(NAME, "NAME", description).required(true).build();
  }

  static OptionSpec scopeOption(String description) {
    return several(SCOPE, "SCOPE", description).required(true).build();
  }

  static OptionSpec redirectUriOption() {
    return several(REDIRECT_URI, "URI", "where the application lives; may be repeated").build();
  }

  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(description).build();
  }

  static PositionalParamSpec operand(String label, String description) {
    return operand(label, description, true);
  }

  static PositionalParamSpec optionalOperand(String label, String description) {
    return operand(label, description, false);
  }

  private static PositionalParamSpec operand(String label, String description, boolean required) {
    return PositionalParamSpec.builder()
        .index("0")
        .arity(required ? "1" : "0..1")
        .type(String.class)
        .required(required)
        .paramLabel(label)
        .description(description)
        .build();
  }

  static OptionSpec.Builder text(String name, String label, String description) {
    return OptionSpec.builder(name).type(String.class).paramLabel(label).description(description);
  }

  private static OptionSpec.Builder several(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description);
  }

  /// What was done.
  ///
  /// @throws NotDone if it was not
  static <T> T done(Administered<T> administered) {
    return switch (administered) {
      case Administered.Done<T>(T value) -> value;
      case Administered.Refused<T>(String reason) -> throw new NotDone(reason);
    };
  }
}
