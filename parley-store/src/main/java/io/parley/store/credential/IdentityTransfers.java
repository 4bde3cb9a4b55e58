package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.CustomerId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The customers' identities that are on their way.
public final class IdentityTransfers {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public IdentityTransfers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Adds a transfer that nobody has yet.
  public void add(IdentityTransfer transfer) {
    jdbi.useHandle(
        handle ->
            GrantRows.bind(
                    handle.createUpdate(
                        """
                        insert into identity_transfer
                          (token_hash, license_id, client_id, customer_id, code_challenge,
                           challenge_method, created_at, expires_at)
                        values
                          (:hash, :license, :client, :customer, :challenge, :method, :created,
                           :expires)
                        """),
                    transfer.proofKey())
                .bind("hash", transfer.hash().bytes())
                .bind("license", transfer.licenseId().value())
                .bind("client", transfer.clientId())
                .bind("customer", transfer.customerId().value())
                .bind("created", transfer.createdAt())
                .bind("expires", transfer.expiresAt())
                .execute());
  }

  /// The transfer with that hash, be it expired or used.
  public Optional<IdentityTransfer> find(TokenHash hash) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select license_id, client_id, customer_id, code_challenge, challenge_method,
                           created_at, expires_at, used_at
                    from identity_transfer where token_hash = :hash
                    """)
                .bind("hash", hash.bytes())
                .map(
                    (row, _) ->
                        new IdentityTransfer(
                            hash,
                            new LicenseId(row.getLong("license_id")),
                            row.getString("client_id"),
                            new CustomerId(row.getString("customer_id")),
                            GrantRows.proofKey(row),
                            Columns.instant(row, "created_at"),
                            Columns.instant(row, "expires_at"),
                            Columns.instantOrNull(row, "used_at")))
                .findOne());
  }

  /// Uses a transfer up.
  ///
  /// @return false if it was used before
  public boolean use(TokenHash hash, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        update identity_transfer set used_at = :now
                        where token_hash = :hash and used_at is null
                        """)
                    .bind("hash", hash.bytes())
                    .bind("now", now)
                    .execute()
                > 0);
  }

  /// Forgets transfers that expired before that time.
  ///
  /// @return how many
  public int removeExpired(Instant before) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate("delete from identity_transfer where expires_at < :before")
                .bind("before", before)
                .execute());
  }
}
