package io.parley.protocol.method;

import io.parley.core.user.Caller;
import io.parley.protocol.ApiVersion;
import org.jspecify.annotations.Nullable;

/// Who calls a method, and from where.
///
/// @param connectionId the connection of the call, if it has one
public record Call(ApiVersion version, Caller caller, @Nullable String connectionId) {}
