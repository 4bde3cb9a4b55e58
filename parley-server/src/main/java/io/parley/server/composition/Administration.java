package io.parley.server.composition;

import io.parley.gateway.account.CredentialAdministration;
import io.parley.gateway.account.PasswordHasher;
import io.parley.server.config.ServerConfig;
import io.parley.store.database.Database;
import io.parley.store.database.DatabaseUrl;
import io.parley.store.database.PoolConfig;
import io.parley.store.embedded.EmbeddedPostgres;
import io.parley.store.license.LicenseRegistry;
import io.parley.store.outbox.OutboxAdministration;
import java.util.Optional;

/// What is done to a server's data beside the server, be it running or not.
///
/// The embedded database of a server that runs is used together with it; one that does not run is
/// started for as long as this is open.
public final class Administration implements AutoCloseable {
  private static final int CONNECTIONS = 2;

  private final ClosingStack open;
  private final CredentialAdministration credentials;
  private final OutboxAdministration webhooks;

  private Administration(ClosingStack open, Database database, Surroundings surroundings) {
    this.open = open;
    this.credentials =
        new CredentialAdministration(
            database.jdbi(),
            new RegisteredLicenses(new LicenseRegistry(database.jdbi(), surroundings.ids())),
            surroundings.random()::nextBytes,
            surroundings.clock(),
            new PasswordHasher(surroundings.random()::nextBytes, PasswordHasher.Cost.DEFAULT),
            _ -> {});
    this.webhooks = new OutboxAdministration(database.jdbi());
  }

  /// Opens the database that the configuration names.
  ///
  /// @throws io.parley.store.database.DatabaseUnavailable if it can't be had; the message says why
  public static Administration open(ServerConfig config, Surroundings surroundings) {
    String url = config.databaseUrl();
    Optional<DatabaseUrl> address =
        url == null ? EmbeddedPostgres.running(config.data()) : Optional.of(DatabaseUrl.parse(url));
    var open = new ClosingStack();
    try {
      Database database =
          address.isPresent()
              ? open.add(Database.open(address.get(), pool(config)))
              : open.add(DatabaseModule.open(config, surroundings, () -> {})).database();
      return new Administration(open, database, surroundings);
    } catch (RuntimeException e) {
      open.close();
      throw e;
    }
  }

  private static PoolConfig pool(ServerConfig config) {
    return new PoolConfig(CONNECTIONS, 1, config.database().connectionTimeout());
  }

  /// Applications and personal tokens.
  public CredentialAdministration credentials() {
    return credentials;
  }

  /// Webhooks, and what they could not deliver.
  public OutboxAdministration webhooks() {
    return webhooks;
  }

  @Override
  public void close() {
    open.close();
  }
}
