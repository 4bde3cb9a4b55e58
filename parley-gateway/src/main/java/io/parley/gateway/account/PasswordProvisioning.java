package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.store.credential.AccountCredential;
import io.parley.store.credential.AccountCredentials;
import io.parley.store.credential.PasswordProofs;
import io.parley.store.credential.TokenHash;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// Puts many passwords at once. Hashing is slow on purpose, so it is done by all processors, and
/// only where it must be: that a set of passwords was put before is proven by one slow hash over
/// the whole set.
final class PasswordProvisioning {
  private final AccountCredentials accounts;
  private final PasswordProofs proofs;
  private final PasswordHasher hasher;

  PasswordProvisioning(Jdbi jdbi, PasswordHasher hasher) {
    this.accounts = new AccountCredentials(jdbi);
    this.proofs = new PasswordProofs(jdbi);
    this.hasher = hasher;
  }

  void put(LicenseId licenseId, List<CredentialProvisioning.WantedPassword> wanted, Instant now) {
    put(
        licenseId,
        notChosen(licenseId, wanted),
        (sorted, known) -> {
          Map<AgentId, AccountCredential> put =
              sorted.parallelStream()
                  .map(each -> credential(licenseId, each, known))
                  .collect(Collectors.toMap(AccountCredential::agentId, each -> each));
          put.values().forEach(credential -> accounts.put(credential, now));
          return put;
        });
  }

  void putGently(
      LicenseId licenseId,
      List<CredentialProvisioning.WantedPassword> wanted,
      Instant now,
      Runnable breath) {
    put(
        licenseId,
        notChosen(licenseId, wanted),
        (sorted, known) -> {
          var put = new HashMap<AgentId, AccountCredential>();
          for (CredentialProvisioning.WantedPassword each : sorted) {
            breath.run();
            AccountCredential credential = credential(licenseId, each, known);
            accounts.put(credential, now);
            put.put(credential.agentId(), credential);
          }
          return put;
        });
  }

  /// Without those who have chosen passwords of their own since.
  private List<CredentialProvisioning.WantedPassword> notChosen(
      LicenseId licenseId, List<CredentialProvisioning.WantedPassword> wanted) {
    Set<AgentId> chosen = wanted.isEmpty() ? Set.of() : accounts.chosen(licenseId);
    return chosen.isEmpty()
        ? wanted
        : wanted.stream().filter(each -> !chosen.contains(each.agentId())).toList();
  }

  /// Puts passwords, given those that are known.
  private interface Putting {
    Map<AgentId, AccountCredential> put(
        List<CredentialProvisioning.WantedPassword> sorted, Map<AgentId, AccountCredential> known);
  }

  private void put(
      LicenseId licenseId, List<CredentialProvisioning.WantedPassword> wanted, Putting putting) {
    if (wanted.isEmpty()) {
      return;
    }
    var sorted =
        wanted.stream().sorted(Comparator.comparing(each -> each.agentId().value())).toList();
    TokenHash agents = digest(sorted.stream().map(each -> each.agentId().value()).toList());
    Map<AgentId, AccountCredential> known = known(licenseId, sorted);
    if (!isProven(licenseId, sorted, agents, known)) {
      Map<AgentId, AccountCredential> put = putting.put(sorted, known);
      proofs.put(licenseId, agents, hasher.hash(digest(sorted, put).hex()));
    }
  }

  private Map<AgentId, AccountCredential> known(
      LicenseId licenseId, List<CredentialProvisioning.WantedPassword> wanted) {
    var known = new TreeMap<AgentId, AccountCredential>(Comparator.comparing(AgentId::value));
    for (CredentialProvisioning.WantedPassword each : wanted) {
      accounts
          .find(licenseId, each.agentId())
          .ifPresent(credential -> known.put(each.agentId(), credential));
    }
    return known;
  }

  private boolean isProven(
      LicenseId licenseId,
      List<CredentialProvisioning.WantedPassword> sorted,
      TokenHash agents,
      Map<AgentId, AccountCredential> known) {
    return known.size() == sorted.size()
        && proofs
            .find(licenseId, agents)
            .filter(proof -> hasher.verify(digest(sorted, known).hex(), proof))
            .isPresent();
  }

  private AccountCredential credential(
      LicenseId licenseId,
      CredentialProvisioning.WantedPassword wanted,
      Map<AgentId, AccountCredential> known) {
    AccountCredential old = known.get(wanted.agentId());
    String hash =
        old != null && hasher.verify(wanted.password(), old.passwordHash())
            ? old.passwordHash()
            : hasher.hash(wanted.password());
    return new AccountCredential(licenseId, wanted.agentId(), wanted.accountId(), hash);
  }

  /// Covers what is wanted and what is stored: it is another one if either differs.
  private static TokenHash digest(
      List<CredentialProvisioning.WantedPassword> sorted,
      Map<AgentId, AccountCredential> credentials) {
    return digest(
        sorted.stream()
            .flatMap(
                each -> {
                  AccountCredential stored = credentials.get(each.agentId());
                  return stored == null
                      ? List.<String>of().stream()
                      : List.of(
                          each.agentId().value(),
                          each.accountId(),
                          each.password(),
                          stored.accountId(),
                          stored.passwordHash())
                          .stream();
                })
            .toList());
  }

  /// Each part goes with its length, so that no two lists are one text.
  private static TokenHash digest(List<String> parts) {
    return TokenHash.of(
        parts.stream().map(part -> part.length() + ":" + part).collect(Collectors.joining()));
  }
}
