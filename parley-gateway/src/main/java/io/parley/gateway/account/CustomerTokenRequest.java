package io.parley.gateway.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request about a customer's token.
///
/// @param authorization the header of that name
/// @param organization the organization in the request's path
/// @param address where it comes from
record CustomerTokenRequest(
    Parameters parameters,
    @Nullable String authorization,
    Optional<String> organization,
    Browser browser,
    String address) {}
