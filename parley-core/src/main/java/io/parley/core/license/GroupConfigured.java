package io.parley.core.license;

import io.parley.core.group.Group;

/// A group was created, or is configured otherwise now.
///
/// @param created true if the group is new
public record GroupConfigured(Group group, boolean created) implements LicenseChange {}
