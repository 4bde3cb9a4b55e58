package io.parley.server.provisioning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a server's provisioning files ask for, in their order: read and checked, not yet applied.
public final class Provisioning {
  /// Nothing.
  public static final Provisioning NONE = new Provisioning(List.of());

  private final List<LicenseSpec> licenses;

  private Provisioning(List<LicenseSpec> licenses) {
    this.licenses = List.copyOf(licenses);
    refuseSharedNames();
  }

  /// Reads files.
  ///
  /// @throws ProvisioningInvalid at the first thing that is wrong
  public static Provisioning read(List<Path> files) {
    var licenses = new ArrayList<LicenseSpec>();
    files.forEach(file -> licenses.addAll(LicenseReader.licenses(DocumentParser.read(file))));
    return new Provisioning(licenses);
  }

  /// Reads a text as if it were a file.
  ///
  /// @param name how messages call it
  /// @throws ProvisioningInvalid at the first thing that is wrong
  public static Provisioning parse(String name, String text) {
    return new Provisioning(LicenseReader.licenses(DocumentParser.parse(name, text)));
  }

  /// This one, then that one.
  public Provisioning and(Provisioning other) {
    var both = new ArrayList<>(licenses);
    both.addAll(other.licenses);
    return new Provisioning(both);
  }

  List<LicenseSpec> licenses() {
    return licenses;
  }

  /// Organizations and tokens tell licenses apart: no two licenses may have the same.
  private void refuseSharedNames() {
    Map<String, LicenseSpec> owners = new HashMap<>();
    for (LicenseSpec license : licenses) {
      if (license.organizationId() != null) {
        own(
            owners,
            "organization " + license.organizationId(),
            license,
            license.place(),
            "has the organization_id");
      }
      for (LicenseSpec.TokenSpec token : license.tokens()) {
        own(owners, "token " + token.token(), license, token.place(), "is the token");
      }
    }
  }

  private static void own(
      Map<String, LicenseSpec> owners,
      String name,
      LicenseSpec license,
      Node.Place place,
      String what) {
    LicenseSpec owner = owners.putIfAbsent(name, license);
    if (owner != null && !owner.id().equals(license.id())) {
      throw place.error(what + " of license " + owner.id());
    }
  }
}
