package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.CustomerId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The customers behind the browsers that have been here.
public final class BrowserIdentities {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public BrowserIdentities(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Everyone that the browser with that secret is, in all licenses; the last seen first.
  public List<BrowserIdentity> find(TokenHash secretHash) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select license_id, site, customer_id from browser_identity
                    where secret_hash = :secret order by seen_at desc
                    """)
                .bind("secret", secretHash.bytes())
                .map(
                    (row, _) ->
                        new BrowserIdentity(
                            new LicenseId(row.getLong("license_id")),
                            secretHash,
                            row.getString("site"),
                            new CustomerId(row.getString("customer_id"))))
                .list());
  }

  /// Remembers the identity, or that it was seen again.
  ///
  /// @return the identity that holds now: of two requests that come at once, the first wins
  public BrowserIdentity remember(BrowserIdentity identity, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    insert into browser_identity
                      (license_id, secret_hash, site, customer_id, created_at, seen_at)
                    values (:license, :secret, :site, :customer, :now, :now)
                    on conflict (license_id, secret_hash, site)
                    do update set seen_at = greatest(browser_identity.seen_at, excluded.seen_at)
                    returning customer_id
                    """)
                .bind("license", identity.licenseId().value())
                .bind("secret", identity.secretHash().bytes())
                .bind("site", identity.site())
                .bind("customer", identity.customerId().value())
                .bind("now", now)
                .map(
                    (row, _) ->
                        new BrowserIdentity(
                            identity.licenseId(),
                            identity.secretHash(),
                            identity.site(),
                            new CustomerId(row.getString("customer_id"))))
                .one());
  }

  /// Forgets browsers that have not been seen since that time.
  ///
  /// @return how many identities
  public int removeUnseen(Instant before) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate("delete from browser_identity where seen_at < :before")
                .bind("before", before)
                .execute());
  }
}
