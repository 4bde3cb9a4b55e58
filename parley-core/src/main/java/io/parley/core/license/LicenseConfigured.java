package io.parley.core.license;

/// The license's name, plan, region or settings are others now.
public record LicenseConfigured(LicenseProfile profile) implements LicenseChange {}
