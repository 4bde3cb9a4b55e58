package io.parley.gateway.access;

import io.parley.gateway.account.Role;
import io.parley.gateway.account.TokenCheck;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/// Port: says what a token stands for. Filled by [io.parley.gateway.account.Tokens#check].
@FunctionalInterface
public interface Authenticator {
  /// Checks the value of a header `Authorization`, or of a login's `token`.
  ///
  /// @param authorization null if the request has none
  /// @param role whose tokens are accepted
  /// @return failed only if the check itself could not be made; may complete on any thread
  Future<TokenCheck> check(@Nullable String authorization, Role role);
}
