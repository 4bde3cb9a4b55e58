package io.parley.server.config;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Reads the configuration: the command line comes before the environment, the environment before
/// the file, the file before the defaults.
public final class ConfigReader {
  private static final String FILE_VARIABLE = "PARLEY_CONFIG";

  private final Map<String, List<String>> options;
  private final Map<String, String> environment;

  /// Makes a reader.
  ///
  /// @param options what the command line gives, by the setting's path; a switch that is given is
  /// `true`
  /// @param environment the process's environment variables
  public ConfigReader(Map<String, List<String>> options, Map<String, String> environment) {
    this.options = Map.copyOf(options);
    this.environment = Map.copyOf(environment);
  }

  /// All settings, for whoever lists them.
  ///
  /// @param defaults where the listed default values come from
  public static List<SettingEntry> settings(ServerConfig defaults) {
    return SettingTree.entries(defaults);
  }

  /// Reads.
  ///
  /// @param file null: the one that the environment names, if it names one
  /// @param defaults what holds where nothing is given
  /// @throws ConfigInvalid if something is given that can't be used
  public ServerConfig read(@Nullable Path file, ServerConfig defaults) {
    Optional<ConfigFile> read =
        configFile(file).map(path -> ConfigFile.read(path, settings(defaults)));
    return SettingTree.build(defaults, (entry, kind) -> value(entry, kind, read));
  }

  private Optional<Path> configFile(@Nullable Path file) {
    if (file != null) {
      return Optional.of(file);
    }
    return Optional.ofNullable(environment.get(FILE_VARIABLE))
        .filter(path -> !path.isEmpty())
        .map(Path::of);
  }

  private @Nullable Object value(SettingEntry entry, ValueKind kind, Optional<ConfigFile> file) {
    List<String> option = options.get(entry.path());
    if (option != null) {
      return parse(entry.option(), option, kind, entry.setting());
    }
    String variable = environment.getOrDefault(entry.environmentVariable(), "");
    if (!variable.isEmpty()) {
      var values =
          entry.arity() == SettingEntry.Arity.MANY
              ? List.of(variable.split(File.pathSeparator, -1))
              : List.of(variable);
      return parse(entry.environmentVariable(), values, kind, entry.setting());
    }
    return file.map(read -> read.value(entry, parser(kind, entry.setting()))).orElse(null);
  }

  private static BiFunction<String, List<String>, Object> parser(ValueKind kind, Setting setting) {
    return (place, values) -> parse(place, values, kind, setting);
  }

  private static Object parse(String place, List<String> values, ValueKind kind, Setting setting) {
    if (kind == ValueKind.PATHS) {
      var paths = new ArrayList<Path>();
      for (String value : values) {
        paths.add(Path.of(parseOne(place, value, ValueKind.PATH, setting).toString()));
      }
      return List.copyOf(paths);
    }
    return parseOne(place, values.getLast(), kind, setting);
  }

  private static Object parseOne(String place, String value, ValueKind kind, Setting setting) {
    try {
      return kind.parse(value, setting);
    } catch (NumberFormatException e) {
      throw new ConfigInvalid(place + " must be " + kind.description() + ", not \"" + value + "\"");
    } catch (IllegalArgumentException e) {
      throw new ConfigInvalid(place + " " + e.getMessage() + ", not \"" + value + "\"");
    }
  }
}
