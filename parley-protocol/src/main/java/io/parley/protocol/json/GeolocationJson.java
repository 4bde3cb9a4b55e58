package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.customer.Geolocation;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where a customer seems to be. Only agents are told.
public final class GeolocationJson {
  private GeolocationJson() {}

  /// Writes the member `geolocation` unless nothing is known.
  ///
  /// @param coordinates whether latitude and longitude belong to it: in visits that start, not in
  ///     customers
  public static void writeFieldIfAny(
      JsonGenerator json, @Nullable Geolocation place, boolean coordinates) throws IOException {
    if (place == null) {
      return;
    }
    json.writeObjectFieldStart("geolocation");
    if (coordinates) {
      OptionalMember.write(json, "latitude", place.latitude());
      OptionalMember.write(json, "longitude", place.longitude());
    }
    OptionalMember.write(json, "country", place.country());
    OptionalMember.write(json, "country_code", place.countryCode());
    OptionalMember.write(json, "region", place.region());
    OptionalMember.write(json, "city", place.city());
    OptionalMember.write(json, "timezone", place.timezone());
    json.writeEndObject();
  }
}
