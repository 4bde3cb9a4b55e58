package io.parley.core.license;

/// The UUID that names the organization owning a license; the other name of the same tenant.
public record OrganizationId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
