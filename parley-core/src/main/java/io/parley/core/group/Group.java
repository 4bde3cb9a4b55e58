package io.parley.core.group;

import io.parley.core.property.Properties;

/// A group of agents.
///
/// @param languageCode the language in which its customers are spoken to
/// @param properties what integrations keep with it
public record Group(GroupId id, String name, String languageCode, Properties properties) {
  /// The language of groups for which none was given.
  public static final String DEFAULT_LANGUAGE = "en";

  /// A group with the usual language.
  public Group(GroupId id, String name) {
    this(id, name, DEFAULT_LANGUAGE, Properties.NONE);
  }

  /// The group under another name.
  public Group named(String other) {
    return new Group(id, other, languageCode, properties);
  }

  /// The group with other properties.
  public Group with(Properties others) {
    return new Group(id, name, languageCode, others);
  }
}
