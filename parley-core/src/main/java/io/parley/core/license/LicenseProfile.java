package io.parley.core.license;

import io.parley.core.property.Properties;
import java.time.Instant;

/// What a license is called and how it behaves.
///
/// @param region the data center that the license belongs to: `dal` or `fra`
/// @param properties what integrations keep with it; those that are settings are among the settings
public record LicenseProfile(
    LicenseId id,
    OrganizationId organizationId,
    String name,
    String plan,
    String region,
    Instant createdAt,
    Settings settings,
    Properties properties) {

  /// A license with which nothing is kept.
  public LicenseProfile(
      LicenseId id,
      OrganizationId organizationId,
      String name,
      String plan,
      String region,
      Instant createdAt,
      Settings settings) {
    this(id, organizationId, name, plan, region, createdAt, settings, Properties.NONE);
  }

  /// The same with other settings.
  public LicenseProfile with(Settings others) {
    return new LicenseProfile(
        id, organizationId, name, plan, region, createdAt, others, properties);
  }

  /// The same with other properties.
  public LicenseProfile with(Properties others) {
    return new LicenseProfile(id, organizationId, name, plan, region, createdAt, settings, others);
  }
}
