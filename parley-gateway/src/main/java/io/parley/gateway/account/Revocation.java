package io.parley.gateway.account;

import io.parley.store.credential.AgentGrant;
import io.parley.store.credential.AgentGrants;
import io.parley.store.credential.AuthEvent;
import io.parley.store.credential.TokenHash;
import java.time.InstantSource;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Ends tokens, so that from then on nobody comes in with them here, and who is in goes out.
/// Blocks.
final class Revocation {
  private final AgentGrants grants;
  private final Tokens tokens;
  private final GrantWatch watch;
  private final Audit audit;
  private final InstantSource clock;

  Revocation(
      AgentGrants grants, Tokens tokens, GrantWatch watch, Audit audit, InstantSource clock) {
    this.grants = grants;
    this.tokens = tokens;
    this.watch = watch;
    this.audit = audit;
    this.clock = clock;
  }

  /// Revokes an access or refresh token with all that came of the same grant.
  ///
  /// @return false if there was nothing to revoke
  boolean revoke(TokenHash hash, @Nullable String address) {
    var ended = grants.revokeByToken(hash, clock.instant());
    tokens.forget(hash);
    if (ended.isEmpty()) {
      return false;
    }
    ended(ended.get().accessTokens());
    audit.add(
        ended.get().licenseId(),
        AuthEvent.Action.REVOKE,
        AuthEvent.OK,
        ended.get().agentId().orElse(null),
        ended.get().clientId().orElse(null),
        address);
    return true;
  }

  /// Revokes a grant that somebody else may have got hold of.
  void revokeStolen(AgentGrant grant, @Nullable String address) {
    ended(grants.revoke(grant.licenseId(), grant.id(), clock.instant()));
    audit.add(
        grant.licenseId(),
        AuthEvent.Action.REVOKE,
        "reused",
        grant.agentId().value(),
        grant.clientId(),
        address);
  }

  /// Says that these tokens are revoked already.
  void ended(Collection<TokenHash> accessTokens) {
    accessTokens.forEach(tokens::forget);
    watch.revoked(accessTokens);
  }
}
