package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/// The applications of the licenses.
public final class OAuthClients {
  private static final String SELECT =
      """
      select license_id, client_id, secret_hash, name, redirect_uris, scopes, consent_required
      from oauth_client
      """;

  private final Jdbi jdbi;

  /// Works on the database behind `jdbi`.
  public OAuthClients(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// An application of a license.
  public Optional<OAuthClient> find(LicenseId licenseId, String clientId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "where license_id = :license and client_id = :client")
                .bind("license", licenseId.value())
                .bind("client", clientId)
                .map(OAuthClients::client)
                .findOne());
  }

  /// The applications with that id: one, unless several licenses have registered the same.
  public List<OAuthClient> withId(String clientId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "where client_id = :client order by license_id")
                .bind("client", clientId)
                .map(OAuthClients::client)
                .list());
  }

  /// The applications of a license, by name.
  public List<OAuthClient> of(LicenseId licenseId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "where license_id = :license order by name, client_id")
                .bind("license", licenseId.value())
                .map(OAuthClients::client)
                .list());
  }

  /// Makes the application as given.
  public void put(OAuthClient client, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into oauth_client
                      (license_id, client_id, secret_hash, name, redirect_uris, scopes,
                       consent_required, updated_at)
                    values (:license, :client, :secret, :name, :uris, :scopes, :consent, :now)
                    on conflict (license_id, client_id) do update
                    set secret_hash = excluded.secret_hash, name = excluded.name,
                        redirect_uris = excluded.redirect_uris, scopes = excluded.scopes,
                        consent_required = excluded.consent_required,
                        updated_at = excluded.updated_at
                    where (oauth_client.secret_hash, oauth_client.name,
                           oauth_client.redirect_uris, oauth_client.scopes,
                           oauth_client.consent_required)
                       is distinct from
                          (excluded.secret_hash, excluded.name,
                           excluded.redirect_uris, excluded.scopes, excluded.consent_required)
                    """)
                .registerArrayType(String.class, "text")
                .bind("license", client.licenseId().value())
                .bind("client", client.clientId())
                .bind("secret", client.secretHash())
                .bind("name", client.name())
                .bindArray("uris", String.class, client.redirectUris())
                .bindArray("scopes", String.class, List.copyOf(Columns.sorted(client.scopes())))
                .bind("consent", client.consentRequired())
                .bind("now", now)
                .execute());
  }

  /// Removes an application with all that came of it: its codes are void, its tokens are revoked,
  /// and what agents allowed it is forgotten.
  ///
  /// @return the access tokens that ended; empty if there was no such application
  public Optional<List<TokenHash>> remove(LicenseId licenseId, String clientId, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          for (String table : List.of("authorization_code", "consent", "identity_transfer")) {
            handle.execute(
                "delete from " + table + " where license_id = ? and client_id = ?",
                licenseId.value(),
                clientId);
          }
          int removed =
              handle.execute(
                  "delete from oauth_client where license_id = ? and client_id = ?",
                  licenseId.value(),
                  clientId);
          handle
              .createUpdate(
                  """
                  update refresh_token set revoked_at = :now
                  where license_id = :license and client_id = :client and revoked_at is null
                  """)
              .bind("license", licenseId.value())
              .bind("client", clientId)
              .bind("now", now)
              .execute();
          List<TokenHash> ended =
              Columns.hashes(
                  handle
                      .createQuery(
                          """
                          update access_token set revoked_at = :now
                          where license_id = :license and client_id = :client
                            and revoked_at is null
                          returning token_hash
                          """)
                      .bind("license", licenseId.value())
                      .bind("client", clientId)
                      .bind("now", now));
          return removed > 0 ? Optional.of(ended) : Optional.<List<TokenHash>>empty();
        });
  }

  private static OAuthClient client(ResultSet row, StatementContext context) throws SQLException {
    return new OAuthClient(
        new LicenseId(row.getLong("license_id")),
        row.getString("client_id"),
        row.getString("secret_hash"),
        row.getString("name"),
        Columns.texts(row, "redirect_uris"),
        Columns.textSet(row, "scopes"),
        row.getBoolean("consent_required"));
  }
}
