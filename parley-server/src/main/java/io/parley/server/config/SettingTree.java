package io.parley.server.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Walks a tree of configuration records. A component that is itself a record is a section; all
/// others are settings.
final class SettingTree {
  private SettingTree() {}

  /// Says which value a setting has; null: the default.
  interface Source {
    @Nullable Object value(SettingEntry entry, ValueKind kind);
  }

  /// All settings, in the order of the records.
  static List<SettingEntry> entries(Record defaults) {
    var entries = new ArrayList<SettingEntry>();
    build(
        defaults,
        "",
        (entry, _) -> {
          entries.add(entry);
          return null;
        });
    return entries;
  }

  /// The same record with the values of the source where it has any.
  static <T extends Record> T build(T defaults, Source source) {
    return build(defaults, "", source);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Record> T build(T defaults, String prefix, Source source) {
    RecordComponent[] components = defaults.getClass().getRecordComponents();
    var types = new Class<?>[components.length];
    var values = new @Nullable Object[components.length];
    for (int at = 0; at < components.length; at++) {
      RecordComponent component = components[at];
      types[at] = component.getType();
      String path = prefix + kebab(component.getName());
      @Nullable Object standard = valueOf(component, defaults);
      if (standard instanceof Record section) {
        values[at] = build(section, path + ".", source);
      } else {
        @Nullable Object given = setting(component, path, standard, source);
        values[at] = given == null ? standard : given;
      }
    }
    try {
      return (T) defaults.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(defaults.getClass() + " can't be made", e);
    }
  }

  private static @Nullable Object setting(
      RecordComponent component, String path, @Nullable Object standard, Source source) {
    Setting setting = component.getAnnotation(Setting.class);
    if (setting == null) {
      throw new IllegalStateException("the setting " + path + " does not say what it is for");
    }
    ValueKind kind = ValueKind.of(component.getType());
    var arity =
        switch (kind) {
          case SWITCH -> SettingEntry.Arity.NONE;
          case PATHS -> SettingEntry.Arity.MANY;
          case INTEGER, TEXT, PATH, DURATION -> SettingEntry.Arity.ONE;
        };
    Optional<String> shown =
        standard == null || arity == SettingEntry.Arity.MANY
            ? Optional.empty()
            : Optional.of(ValueKind.show(standard));
    return source.value(new SettingEntry(path, arity, shown, setting), kind);
  }

  private static @Nullable Object valueOf(RecordComponent component, Record holder) {
    try {
      return component.getAccessor().invoke(holder);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " can't be read", e);
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
