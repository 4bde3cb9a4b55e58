package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.license.LicenseProfile;
import java.io.IOException;

/// The license as an agent's login tells it.
public final class LicenseJson {
  /// The beginning of the year 2100: licenses of a self-hosted server don't expire, and clients
  /// want a time.
  private static final long NEVER = 4_102_444_800L;

  private LicenseJson() {}

  /// Writes the license.
  public static void write(JsonGenerator json, LicenseProfile license) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", license.id().toString());
    json.writeStringField("organization_id", license.organizationId().value());
    json.writeStringField("plan", license.plan());
    json.writeNumberField("expiration_timestamp", NEVER);
    json.writeNumberField("creation_timestamp", license.createdAt().getEpochSecond());
    json.writeBooleanField("in_trial", false);
    json.writeEndObject();
  }
}
