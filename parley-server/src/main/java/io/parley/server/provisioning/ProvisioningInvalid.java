package io.parley.server.provisioning;

/// A provisioning file can't be applied. The message is one line that names the file, the line, the
/// path of the key, and what is wrong there.
public final class ProvisioningInvalid extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Makes the failure.
  public ProvisioningInvalid(String message) {
    super(message);
  }
}
