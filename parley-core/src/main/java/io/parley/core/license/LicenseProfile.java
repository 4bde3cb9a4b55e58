package io.parley.core.license;

import java.time.Instant;

/// What a license is called and how it behaves.
///
/// @param region the data center that the license belongs to: `dal` or `fra`
public record LicenseProfile(
    LicenseId id,
    OrganizationId organizationId,
    String name,
    String plan,
    String region,
    Instant createdAt,
    Settings settings) {}
