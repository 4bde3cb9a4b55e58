package io.parley.core.license;

import io.parley.core.group.GroupId;

/// A group is no more. What its agents alone had access to, and no change says otherwise of, is
/// open to all agents.
public record GroupDeleted(GroupId groupId) implements LicenseChange {}
