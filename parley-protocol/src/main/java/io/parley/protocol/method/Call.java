package io.parley.protocol.method;

import io.parley.core.user.Caller;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.scope.Scopes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who calls a method, and from where.
///
/// @param connectionId the connection of the call, if it has one
/// @param scopes what the caller's token may do
public record Call(
    ApiVersion version, Caller caller, @Nullable String connectionId, Scopes scopes) {
  private static final Scopes NONE = new Scopes(Set.of());

  /// A call with a token without scopes, as customers' are.
  public Call(ApiVersion version, Caller caller, @Nullable String connectionId) {
    this(version, caller, connectionId, NONE);
  }
}
