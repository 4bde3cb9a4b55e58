package io.parley.core.property;

import io.parley.core.group.GroupId;

/// What has properties apart from chats.
public sealed interface PropertyHolder {
  /// Where properties must be defined to be set on it.
  PropertyLocation location();

  /// The license.
  enum OfLicense implements PropertyHolder {
    /// The only one.
    LICENSE;

    @Override
    public PropertyLocation location() {
      return PropertyLocation.LICENSE;
    }
  }

  /// A group.
  record OfGroup(GroupId groupId) implements PropertyHolder {
    @Override
    public PropertyLocation location() {
      return PropertyLocation.GROUP;
    }
  }
}
