package io.parley.core.license;

/// The license's name, plan, region, settings or properties are others now.
public record LicenseConfigured(LicenseProfile profile) implements LicenseChange {}
