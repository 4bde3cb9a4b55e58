package io.parley.gateway.account;

import io.parley.store.credential.AccountCredential;
import io.parley.store.credential.AccountCredentials;
import io.parley.store.credential.AgentPermissions;
import io.parley.store.credential.AuthEvent;
import io.parley.store.credential.PasswordLink;
import io.parley.store.credential.PasswordLinks;
import io.parley.store.credential.TokenHash;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Gives agents the passwords that they choose by a link. Blocks.
///
/// A link is found by the hash of its secret, so that how long that takes tells nothing of the
/// secrets there are. It works once; the agent's other links end with it, and so do the agent's
/// sessions in browsers.
final class PasswordChoice {
  static final int SHORTEST = 8;
  static final int LONGEST = 200;

  private final PasswordLinks links;
  private final AccountCredentials credentials;
  private final AgentPermissions permissions;
  private final PasswordHasher hasher;
  private final Audit audit;
  private final InstantSource clock;

  /// What came of a choice.
  enum Outcome {
    /// The agent has the password.
    CHOSEN,
    /// The password is too short, or too long.
    UNFIT,
    /// There is no such link, or it can't be used any more.
    NO_LINK
  }

  PasswordChoice(Jdbi jdbi, PasswordHasher hasher, Audit audit, InstantSource clock) {
    this.links = new PasswordLinks(jdbi);
    this.credentials = new AccountCredentials(jdbi);
    this.permissions = new AgentPermissions(jdbi);
    this.hasher = hasher;
    this.audit = audit;
    this.clock = clock;
  }

  /// Whose link it is; empty if there is none, or it can't be used any more.
  Optional<PasswordLink> find(String token) {
    return links
        .find(TokenHash.of(token), now())
        .filter(link -> permissions.find(link.licenseId(), link.agentId()).isPresent());
  }

  /// Gives the agent of a link the password, and uses the link up.
  ///
  /// @param address of the network peer
  Outcome choose(String token, String password, String address) {
    Optional<PasswordLink> found = find(token);
    if (found.isEmpty()) {
      audit.add(null, AuthEvent.Action.PASSWORD, "no_link", null, null, address);
      return Outcome.NO_LINK;
    }
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      return Outcome.UNFIT;
    }
    PasswordLink link = found.get();
    Optional<String> accountId = permissions.accountOf(link.licenseId(), link.agentId());
    String hash = hasher.hash(password);
    if (accountId.isEmpty() || !links.use(link, now())) {
      return Outcome.NO_LINK;
    }
    credentials.choose(
        new AccountCredential(link.licenseId(), link.agentId(), accountId.get(), hash), now());
    audit.add(
        link.licenseId(),
        AuthEvent.Action.PASSWORD,
        AuthEvent.OK,
        link.agentId().value(),
        null,
        address);
    return Outcome.CHOSEN;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
