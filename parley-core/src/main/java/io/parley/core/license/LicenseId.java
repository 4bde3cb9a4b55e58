package io.parley.core.license;

/// The number that names a license, unique in the installation.
public record LicenseId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
