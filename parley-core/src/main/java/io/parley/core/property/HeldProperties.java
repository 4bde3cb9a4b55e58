package io.parley.core.property;

import io.parley.core.Change;
import io.parley.core.Rejection;
import io.parley.core.agent.Authority;
import io.parley.core.agent.Permission;
import io.parley.core.group.Group;
import io.parley.core.license.GroupConfigured;
import io.parley.core.license.License;
import io.parley.core.license.LicenseConfigured;
import io.parley.core.license.LicenseProfile;
import io.parley.core.license.Settings;
import io.parley.core.user.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The properties of the license or of a group. Some of the license's are its settings under
/// another name.
final class HeldProperties {
  private static final String ROUTING = "routing";
  private static final String MAX_CUSTOMER_CHATS = "max_customer_chats_count";

  private HeldProperties() {}

  /// Why there are none, or why the caller can't change them; empty if nothing speaks against it.
  ///
  /// @param namespaces which are to be changed
  static Optional<Rejection> objection(
      License license,
      Caller.ByAgent caller,
      PropertyHolder holder,
      Collection<String> namespaces) {
    if (holder instanceof PropertyHolder.OfGroup(var groupId)
        && license.groupOrNull(groupId) == null) {
      return Optional.of(new Rejection.GroupNotFound("group_id", groupId));
    }
    boolean ofTheServer =
        namespaces.stream()
            .anyMatch(
                namespace ->
                    DefaultProperties.NAMESPACES.contains(namespace)
                        && !namespace.equals(DefaultProperties.TEST_NAMESPACE));
    return ofTheServer
        ? Authority.objection(license, caller, Permission.ADMINISTRATOR)
        : Optional.empty();
  }

  /// Those that are set.
  static Properties of(License license, PropertyHolder holder) {
    return switch (holder) {
      case PropertyHolder.OfLicense _ ->
          license
              .profile()
              .properties()
              .with(
                  ROUTING,
                  MAX_CUSTOMER_CHATS,
                  new PropertyValue.Whole(license.settings().maxCustomerChatsCount()));
      case PropertyHolder.OfGroup(var groupId) -> {
        Group group = license.groupOrNull(groupId);
        yield group == null ? Properties.NONE : group.properties();
      }
    };
  }

  /// What makes these the ones that are set; nothing if they are.
  static List<Change> changes(License license, PropertyHolder holder, Properties wanted) {
    if (wanted.equals(of(license, holder))) {
      return List.of();
    }
    return switch (holder) {
      case PropertyHolder.OfLicense _ ->
          List.of(new LicenseConfigured(profile(license.profile(), wanted)));
      case PropertyHolder.OfGroup(var groupId) -> {
        Group group = license.groupOrNull(groupId);
        yield group == null ? List.of() : List.of(new GroupConfigured(group.with(wanted), false));
      }
    };
  }

  private static LicenseProfile profile(LicenseProfile profile, Properties wanted) {
    int chats =
        wanted.get(ROUTING, MAX_CUSTOMER_CHATS) instanceof PropertyValue.Whole(long number)
            ? Math.toIntExact(number)
            : Settings.DEFAULTS.maxCustomerChatsCount();
    return profile
        .with(profile.settings().withMaxCustomerChatsCount(chats))
        .with(wanted.without(Map.of(ROUTING, List.of(MAX_CUSTOMER_CHATS))));
  }
}
