package io.parley.server.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A configuration file in HOCON. It may hold known settings only.
final class ConfigFile {
  private final Path file;
  private final Config config;

  private ConfigFile(Path file, Config config) {
    this.file = file;
    this.config = config;
  }

  static ConfigFile read(Path file, List<SettingEntry> known) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new ConfigInvalid("the configuration file " + file + " can't be read");
    }
    Config config;
    try {
      var options = ConfigParseOptions.defaults().setAllowMissing(false);
      config = ConfigFactory.parseFile(file.toFile(), options).resolve();
    } catch (ConfigException e) {
      String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new ConfigInvalid(problem.replaceFirst("^(.+): (\\d+): ", "$1:$2: "));
    }
    var read = new ConfigFile(file, config);
    var paths = known.stream().map(SettingEntry::path).collect(Collectors.toUnmodifiableSet());
    read.refuseUnknown(config.root(), "", paths);
    return read;
  }

  /// The value of a setting, or null if the file does not give it.
  ///
  /// @param parser makes a value of where it stands and what stands there
  @Nullable Object value(SettingEntry entry, BiFunction<String, List<String>, Object> parser) {
    if (!config.hasPath(entry.path())) {
      return null;
    }
    ConfigValue value = config.getValue(entry.path());
    String place = place(value, entry.path());
    if (value.valueType() == ConfigValueType.OBJECT) {
      throw new ConfigInvalid(place + " must be a value, not a section");
    }
    if (value.unwrapped() instanceof List<?> list) {
      if (entry.arity() != SettingEntry.Arity.MANY) {
        throw new ConfigInvalid(place + " must be one value, not a list");
      }
      return parser.apply(place, list.stream().map(String::valueOf).toList());
    }
    return parser.apply(place, List.of(String.valueOf(value.unwrapped())));
  }

  private void refuseUnknown(ConfigObject section, String prefix, Set<String> known) {
    for (Map.Entry<String, ConfigValue> entry : section.entrySet()) {
      String path = prefix + entry.getKey();
      if (known.contains(path)) {
        continue;
      }
      if (known.stream().noneMatch(each -> each.startsWith(path + "."))) {
        throw new ConfigInvalid(place(entry.getValue(), path) + " is no setting");
      }
      if (!(entry.getValue() instanceof ConfigObject inner)) {
        throw new ConfigInvalid(place(entry.getValue(), path) + " must be a section");
      }
      refuseUnknown(inner, path + ".", known);
    }
  }

  private String place(ConfigValue value, String path) {
    int line = value.origin().lineNumber();
    return file + (line > 0 ? ":" + line : "") + ": " + path;
  }
}
