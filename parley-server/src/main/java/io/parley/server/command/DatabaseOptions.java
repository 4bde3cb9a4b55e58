package io.parley.server.command;

import io.parley.server.config.ConfigReader;
import io.parley.server.config.ServerConfig;
import io.parley.server.config.SettingEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The options that say whose data a command works on. They are those of `start`.
final class DatabaseOptions {
  private static final Set<String> PATHS = Set.of("data", "database-url");
  private static final String CONFIG = "--config";

  private DatabaseOptions() {}

  static List<OptionSpec> specs() {
    var specs = new ArrayList<OptionSpec>();
    for (SettingEntry entry : entries()) {
      specs.add(
          OptionSpec.builder(entry.option())
              .type(String.class)
              .paramLabel(entry.setting().label())
              .description(
                  entry.setting().value()
                      + entry.defaultValue().map(" (default: %s)"::formatted).orElse(""))
              .build());
    }
    specs.add(
        OptionSpec.builder(CONFIG)
            .type(String.class)
            .paramLabel("FILE")
            .description("a configuration file (PARLEY_CONFIG)")
            .build());
    return specs;
  }

  /// The configuration that the parsed words and the environment make.
  static ServerConfig read(ParseResult words, Map<String, String> environment) {
    var given = new HashMap<String, List<String>>();
    for (SettingEntry entry : entries()) {
      if (words.hasMatchedOption(entry.option())) {
        given.put(entry.path(), List.of(words.matchedOptionValue(entry.option(), "")));
      }
    }
    @Nullable String file = words.matchedOptionValue(CONFIG, null);
    return new ConfigReader(given, environment)
        .read(file == null ? null : Path.of(file), ServerConfig.DEFAULTS);
  }

  private static List<SettingEntry> entries() {
    return ConfigReader.settings(ServerConfig.DEFAULTS).stream()
        .filter(entry -> PATHS.contains(entry.path()))
        .toList();
  }
}
