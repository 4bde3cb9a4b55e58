package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The agents who are signed in.
public final class SignInSessions {
  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public SignInSessions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Adds a session that nobody has yet.
  public void add(SignInSession session) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into sign_in_session
                      (session_hash, license_id, agent_id, account_id, password_stamp,
                       created_at, expires_at)
                    values (:hash, :license, :agent, :account, :stamp, :created, :expires)
                    """)
                .bind("hash", session.hash().bytes())
                .bind("license", session.licenseId().value())
                .bind("agent", session.agentId().value())
                .bind("account", session.accountId())
                .bind("stamp", session.passwordStamp().bytes())
                .bind("created", session.createdAt())
                .bind("expires", session.expiresAt())
                .execute());
  }

  /// The session with that hash, be it expired.
  public Optional<SignInSession> find(TokenHash hash) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select license_id, agent_id, account_id, password_stamp, created_at, expires_at
                    from sign_in_session where session_hash = :hash
                    """)
                .bind("hash", hash.bytes())
                .map(
                    (row, _) ->
                        new SignInSession(
                            hash,
                            new LicenseId(row.getLong("license_id")),
                            new AgentId(row.getString("agent_id")),
                            row.getString("account_id"),
                            TokenHash.ofBytes(row.getBytes("password_stamp")),
                            Columns.instant(row, "created_at"),
                            Columns.instant(row, "expires_at")))
                .findOne());
  }

  /// Ends a session.
  ///
  /// @return false if there was none
  public boolean remove(TokenHash hash) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate("delete from sign_in_session where session_hash = :hash")
                    .bind("hash", hash.bytes())
                    .execute()
                > 0);
  }

  /// Forgets sessions that expired before that time.
  ///
  /// @return how many
  public int removeExpired(Instant before) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate("delete from sign_in_session where expires_at < :before")
                .bind("before", before)
                .execute());
  }
}
