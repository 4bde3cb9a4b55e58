package io.parley.core.property;

import static io.parley.core.property.PropertyLocation.CHAT;
import static io.parley.core.property.PropertyLocation.EVENT;
import static io.parley.core.property.PropertyLocation.LICENSE;
import static io.parley.core.property.PropertyLocation.THREAD;
import static io.parley.core.property.PropertyType.BOOL;
import static io.parley.core.property.PropertyType.INT;
import static io.parley.core.property.PropertyType.STRING;
import static io.parley.core.property.PropertyType.TOKENIZED_STRING;

import io.parley.core.license.Settings;
import io.parley.core.property.PropertyDefinition.Range;
import io.parley.core.property.PropertyDefinition.Rights;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The properties that every license has from the start (references, Default properties). Their
/// namespaces can't be changed by anybody.
public final class DefaultProperties {
  private static final PropertyLocation[] IN_CHATS = {CHAT, THREAD, EVENT};
  private static final PropertyLocation[] EVERYWHERE = PropertyLocation.values();

  /// The namespace whose properties everybody may play with.
  public static final String TEST_NAMESPACE = "test";

  /// The table.
  public static final PropertyDefinitions DEFINITIONS = table();

  /// The namespaces of the table; no application can have one of them.
  public static final Set<String> NAMESPACES = DEFINITIONS.byNamespace().keySet();

  private DefaultProperties() {}

  private static PropertyDefinitions table() {
    PropertyDefinitions table = new PropertyDefinitions(Map.of());
    for (PropertyDefinition definition : rows()) {
      table = table.with(definition);
    }
    return table;
  }

  private static List<PropertyDefinition> rows() {
    return List.of(
        in("lc2", "file_safety_confirmation", BOOL).at("rw", "", EVENT).end(),
        in("lc2", "form_type", STRING).at("r", "rw", EVENT).oneOf("prechat", "postchat", "ticket"),
        in("lc2", "greeting_id", INT).at("r", "rw", THREAD).at("r", "r", EVENT).end(),
        in("lc2", "greeting_unique_id", STRING).at("r", "rw", THREAD).at("r", "r", EVENT).end(),
        in("lc2", "queue_pos", INT).at("r", "r", THREAD).end(),
        in("lc2", "queue_waiting_time", INT).at("r", "r", THREAD).end(),
        in("lc2", "welcome_author_id", STRING).at("", "rw", CHAT, THREAD).end(),
        in("lc2", "welcome_message", BOOL).at("r", "r", EVENT).end(),
        in("lc2", "welcome_text", STRING).at("", "rw", CHAT, THREAD).end(),
        in("rating", "comment", STRING).at("r", "rw", IN_CHATS).end(),
        in("rating", "score", INT).at("r", "rw", IN_CHATS).between(0, 1),
        in("routing", "continuous", BOOL).at("r", "r", CHAT, THREAD).end(),
        in("routing", "email_follow_up", BOOL).at("r", "rw", CHAT).end(),
        in("routing", "idle", BOOL).at("r", "", THREAD).end(),
        in("routing", "ignore_agents_routing", BOOL).at("rw", "rw", CHAT).end(),
        in("routing", "ignore_bots", BOOL).at("", "w", THREAD).end(),
        in("routing", "last_transfer_timestamp", INT).at("r", "", THREAD).end(),
        in("routing", "max_customer_chats_count", INT)
            .at("rw", "r", LICENSE)
            .between(1, Settings.MOST_CUSTOMER_CHATS),
        in("routing", "offline_message", BOOL).at("r", "rw", THREAD).end(),
        in("routing", "pinned", BOOL).at("r", "", THREAD).at("rw", "", CHAT).end(),
        in("routing", "referrer", STRING).at("r", "", THREAD).end(),
        in("routing", "start_url", STRING).at("r", "r", THREAD).end(),
        in("routing", "transcript_email", STRING).at("r", "rw", THREAD).end(),
        in("routing", "unassigned", BOOL).at("r", "", CHAT, THREAD).end(),
        in("routing", "unreplied", BOOL).at("r", "", THREAD).end(),
        in("routing", "was_pinned", BOOL).at("r", "", CHAT).end(),
        in("source", "client_id", STRING).at("r", "r", IN_CHATS).end(),
        in("source", "customer_client_id", STRING).at("r", "r", CHAT, THREAD).end(),
        in("status", "delivered", BOOL).at("rw", "rw", EVENT).end(),
        in("test", "bool_property", BOOL).at("rw", "rw", EVERYWHERE).end(),
        in("test", "int_property", INT).at("rw", "rw", EVERYWHERE).end(),
        in("test", "string_property", STRING).at("rw", "rw", EVERYWHERE).end(),
        in("test", "tokenized_string_property", TOKENIZED_STRING).at("rw", "rw", EVERYWHERE).end(),
        in("translation", "source_lang_code", STRING).at("rw", "r", EVENT).end(),
        in("translation", "target_lang_code", STRING).at("rw", "r", EVENT).end(),
        in("translation", "target_message", TOKENIZED_STRING).at("rw", "r", EVENT).end(),
        in("url_details", "description", STRING).at("rw", "rw", EVENT).end(),
        in("url_details", "image_height", INT).at("rw", "rw", EVENT).end(),
        in("url_details", "image_url", STRING).at("rw", "rw", EVENT).end(),
        in("url_details", "image_width", INT).at("rw", "rw", EVENT).end(),
        in("url_details", "title", STRING).at("rw", "rw", EVENT).end(),
        in("url_details", "url", STRING).at("rw", "rw", EVENT).end());
  }

  private static Row in(String namespace, String name, PropertyType type) {
    return new Row(namespace, name, type);
  }

  /// One row of the table while it is written.
  private static final class Row {
    private final String namespace;
    private final String name;
    private final PropertyType type;
    private final Map<PropertyLocation, Rights> locations = new EnumMap<>(PropertyLocation.class);

    private Row(String namespace, String name, PropertyType type) {
      this.namespace = namespace;
      this.name = name;
      this.type = type;
    }

    /// Rights as letters: `r`, `w`, `rw` or none.
    private Row at(String agents, String customers, PropertyLocation... places) {
      for (PropertyLocation place : places) {
        locations.put(
            place,
            new Rights(
                agents.contains("r"),
                agents.contains("w"),
                customers.contains("r"),
                customers.contains("w")));
      }
      return this;
    }

    private PropertyDefinition end() {
      return new PropertyDefinition(namespace, name, type, locations, List.of(), null, null);
    }

    private PropertyDefinition oneOf(String... values) {
      var domain = Arrays.stream(values).<PropertyValue>map(PropertyValue.Text::new).toList();
      return new PropertyDefinition(namespace, name, type, locations, domain, null, null);
    }

    private PropertyDefinition between(int from, int to) {
      return new PropertyDefinition(
          namespace, name, type, locations, List.of(), new Range(from, to), null);
    }
  }
}
