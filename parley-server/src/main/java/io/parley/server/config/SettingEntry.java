package io.parley.server.config;

import java.util.Locale;
import java.util.Optional;

/// One setting, with its place in the tree.
///
/// @param path its names from the root, divided by dots
/// @param defaultValue as a file would say it; empty if there is none
public record SettingEntry(
    String path, Arity arity, Optional<String> defaultValue, Setting setting) {

  /// How often a value is given.
  public enum Arity {
    /// Never: naming the setting is enough.
    NONE,
    /// Once.
    ONE,
    /// As often as one likes.
    MANY
  }

  /// True if it can be given on the command line.
  public boolean isOption() {
    return path.indexOf('.') < 0;
  }

  /// Its option on the command line.
  public String option() {
    return "--" + path;
  }

  /// Its environment variable.
  public String environmentVariable() {
    return "PARLEY_" + path.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
