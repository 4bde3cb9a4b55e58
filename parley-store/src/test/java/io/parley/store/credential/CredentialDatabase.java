package io.parley.store.credential;

import io.parley.store.database.Database;
import io.parley.store.database.PoolConfig;
import io.parley.store.embedded.EmbeddedPostgres;
import io.parley.store.embedded.EmbeddedPostgresConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.jdbi.v3.core.Jdbi;

/// A PostgreSQL with the program's own tables.
record CredentialDatabase(EmbeddedPostgres postgres, Database database) implements AutoCloseable {

  static CredentialDatabase start(Path data) {
    var config =
        EmbeddedPostgresConfig.defaults(data, Map.of())
            .withCache(Path.of("target", "postgres-cache").toAbsolutePath());
    var postgres = EmbeddedPostgres.start(config, new SplittableRandom(1), _ -> {});
    return new CredentialDatabase(postgres, Database.open(postgres.url(), PoolConfig.defaults()));
  }

  Jdbi jdbi() {
    return database.jdbi();
  }

  void clear() {
    jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "truncate account_credential, oauth_client, access_token, browser_identity,"
                        + " authorization_code, refresh_token, consent, sign_in_session,"
                        + " identity_transfer, license_origin, auth_audit, agent"));
  }

  @Override
  public void close() {
    database.close();
    postgres.close();
  }
}
