package io.parley.core.query;

import io.parley.core.group.GroupId;
import io.parley.core.property.PropertyValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which chats are wanted; all conditions must hold.
///
/// @param includeActive false leaves out chats with an active thread
/// @param groupIds if not null, chats that one of these groups has access to
/// @param properties conditions on properties of the chat
public record ChatFilter(
    boolean includeActive, @Nullable List<GroupId> groupIds, List<PropertyCondition> properties) {
  /// Every chat.
  public static final ChatFilter ALL = new ChatFilter(true, null, List.of());

  /// A condition on one property.
  public sealed interface PropertyCondition {
    /// The namespace of the property.
    String namespace();

    /// The name of the property.
    String name();

    /// The property is set, or is not.
    record Exists(String namespace, String name, boolean exists) implements PropertyCondition {}

    /// The property has one of these values.
    record OneOf(String namespace, String name, List<PropertyValue> values)
        implements PropertyCondition {}

    /// The property has none of these values, or is not set.
    record NoneOf(String namespace, String name, List<PropertyValue> values)
        implements PropertyCondition {}
  }
}
