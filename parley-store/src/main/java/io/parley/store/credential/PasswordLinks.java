package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The links by which agents choose passwords.
public final class PasswordLinks {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public PasswordLinks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Adds a link that nobody has yet.
  public void add(PasswordLink link) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into password_link
                      (token_hash, license_id, agent_id, created_at, expires_at)
                    values (:hash, :license, :agent, :created, :expires)
                    """)
                .bind("hash", link.hash().bytes())
                .bind("license", link.licenseId().value())
                .bind("agent", link.agentId().value())
                .bind("created", link.createdAt())
                .bind("expires", link.expiresAt())
                .execute());
  }

  /// The link with that hash, if it can still be used.
  public Optional<PasswordLink> find(TokenHash hash, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select license_id, agent_id, created_at, expires_at from password_link
                    where token_hash = :hash and used_at is null and expires_at > :now
                    """)
                .bind("hash", hash.bytes())
                .bind("now", now)
                .map(
                    (row, _) ->
                        new PasswordLink(
                            hash,
                            new LicenseId(row.getLong("license_id")),
                            new AgentId(row.getString("agent_id")),
                            Columns.instant(row, "created_at"),
                            Columns.instant(row, "expires_at")))
                .findOne());
  }

  /// Uses a link up, and with it all others of its agent.
  ///
  /// @return false if it can't be used any more: then nothing is changed
  public boolean use(PasswordLink link, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          boolean used =
              handle
                      .createUpdate(
                          """
                          update password_link set used_at = :now
                          where token_hash = :hash and used_at is null and expires_at > :now
                          """)
                      .bind("hash", link.hash().bytes())
                      .bind("now", now)
                      .execute()
                  > 0;
          if (used) {
            handle
                .createUpdate(
                    """
                    update password_link set used_at = :now
                    where license_id = :license and agent_id = :agent and used_at is null
                    """)
                .bind("license", link.licenseId().value())
                .bind("agent", link.agentId().value())
                .bind("now", now)
                .execute();
          }
          return used;
        });
  }

  /// Forgets links that expired before that time.
  ///
  /// @return how many
  public int removeExpired(Instant before) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate("delete from password_link where expires_at < :before")
                .bind("before", before)
                .execute());
  }
}
