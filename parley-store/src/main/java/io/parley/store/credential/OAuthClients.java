package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The applications of the licenses.
public final class OAuthClients {
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
                .createQuery(
                    """
                    select secret_hash, name, redirect_uris, scopes from oauth_client
                    where license_id = :license and client_id = :client
                    """)
                .bind("license", licenseId.value())
                .bind("client", clientId)
                .map(
                    (row, _) ->
                        new OAuthClient(
                            licenseId,
                            clientId,
                            row.getString("secret_hash"),
                            row.getString("name"),
                            Columns.texts(row, "redirect_uris"),
                            Columns.textSet(row, "scopes")))
                .findOne());
  }

  /// Makes the application as given.
  public void put(OAuthClient client, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into oauth_client
                      (license_id, client_id, secret_hash, name, redirect_uris, scopes, updated_at)
                    values (:license, :client, :secret, :name, :uris, :scopes, :now)
                    on conflict (license_id, client_id) do update
                    set secret_hash = excluded.secret_hash, name = excluded.name,
                        redirect_uris = excluded.redirect_uris, scopes = excluded.scopes,
                        updated_at = excluded.updated_at
                    where (oauth_client.secret_hash, oauth_client.name,
                           oauth_client.redirect_uris, oauth_client.scopes)
                       is distinct from
                          (excluded.secret_hash, excluded.name,
                           excluded.redirect_uris, excluded.scopes)
                    """)
                .registerArrayType(String.class, "text")
                .bind("license", client.licenseId().value())
                .bind("client", client.clientId())
                .bind("secret", client.secretHash())
                .bind("name", client.name())
                .bindArray("uris", String.class, client.redirectUris())
                .bindArray("scopes", String.class, List.copyOf(Columns.sorted(client.scopes())))
                .bind("now", now)
                .execute());
  }
}
