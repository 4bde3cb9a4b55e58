package io.parley.server.command;

import io.parley.server.config.ConfigReader;
import io.parley.server.config.ServerConfig;
import io.parley.server.config.SettingEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The options of the commands that start a server: one for each setting at the root of the
/// configuration, and the configuration's file.
final class StartOptions {
  private static final String CONFIG = "--config";

  private final ServerConfig defaults;
  private @Nullable CommandSpec command;

  /// Makes the options.
  ///
  /// @param defaults what holds for settings that are not given
  StartOptions(ServerConfig defaults) {
    this.defaults = defaults;
  }

  List<OptionSpec> specs() {
    var specs = new ArrayList<OptionSpec>();
    for (SettingEntry entry : ConfigReader.settings(defaults)) {
      if (entry.isOption()) {
        specs.add(spec(entry));
      }
    }
    specs.add(
        OptionSpec.builder(CONFIG)
            .type(String.class)
            .paramLabel("FILE")
            .description("a configuration file (PARLEY_CONFIG)")
            .build());
    return specs;
  }

  /// Says whose words the options are read from.
  void belongTo(CommandSpec owner) {
    command = owner;
  }

  /// The configuration that the parsed words and the environment make.
  ServerConfig read(Map<String, String> environment) {
    if (command == null) {
      throw new IllegalStateException("the options belong to no command");
    }
    ParseResult words = command.commandLine().getParseResult();
    var given = new HashMap<String, List<String>>();
    for (SettingEntry entry : ConfigReader.settings(defaults)) {
      if (entry.isOption() && words.hasMatchedOption(entry.option())) {
        given.put(entry.path(), values(entry, words));
      }
    }
    @Nullable String file = words.matchedOptionValue(CONFIG, null);
    return new ConfigReader(given, environment).read(file == null ? null : Path.of(file), defaults);
  }

  private static List<String> values(SettingEntry entry, ParseResult words) {
    return entry.arity() == SettingEntry.Arity.MANY
        ? words.matchedOptionValue(entry.option(), List.of())
        : List.of(words.matchedOptionValue(entry.option(), ""));
  }

  private static OptionSpec spec(SettingEntry entry) {
    var text = new StringBuilder(entry.setting().value());
    entry.defaultValue().ifPresent(value -> text.append(" (default: ").append(value).append(')'));
    OptionSpec.Builder spec =
        OptionSpec.builder(entry.option()).description(text.toString().replace("%", "%%"));
    return switch (entry.arity()) {
      case NONE ->
          spec.type(String.class).arity("0..1").fallbackValue("true").hideParamSyntax(true).build();
      case ONE -> spec.type(String.class).paramLabel(entry.setting().label()).build();
      case MANY ->
          spec.type(List.class)
              .auxiliaryTypes(String.class)
              .arity("1")
              .paramLabel(entry.setting().label())
              .build();
    };
  }
}
