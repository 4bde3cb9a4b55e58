package io.parley.gateway.rtm;

import io.parley.gateway.account.Tenant;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is at the other end, as the opening of the connection told.
///
/// @param api [Api#AGENT] or [Api#CUSTOMER]
/// @param tenant for customers the license that the address names; may complete on any thread
/// @param region the header `X-Region`, if there was one
/// @param address where the connection comes from
/// @param userAgent the header `User-Agent`, if there was one
public record Peer(
    Api api,
    ApiVersion version,
    @Nullable Future<Optional<Tenant>> tenant,
    @Nullable String region,
    String address,
    @Nullable String userAgent) {}
