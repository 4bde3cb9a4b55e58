package io.parley.core.customer;

import org.jspecify.annotations.Nullable;

/// Where a customer seems to be, by the address of the connection.
///
/// @param latitude in degrees, as text
/// @param longitude in degrees, as text
/// @param countryCode two letters
/// @param timezone a name like `Europe/Warsaw`
public record Geolocation(
    @Nullable String latitude,
    @Nullable String longitude,
    @Nullable String country,
    @Nullable String countryCode,
    @Nullable String region,
    @Nullable String city,
    @Nullable String timezone) {}
