package io.parley.server.composition;

import io.parley.gateway.content.LicenseContents;
import io.parley.store.content.Contents;
import io.parley.store.database.Database;
import io.parley.store.history.History;
import io.parley.store.license.LicenseRegistry;

/// What reads and writes the database beside the journal.
final class StoreModule {
  private final Database database;
  private final LicenseRegistry registry;
  private final History history;
  private final LicenseContents contents;

  StoreModule(Database database, Surroundings surroundings) {
    this.database = database;
    this.registry = new LicenseRegistry(database.jdbi(), surroundings.ids());
    this.history = new History(database.jdbi());
    this.contents = new LicenseContents(new Contents(database.jdbi()));
  }

  Database database() {
    return database;
  }

  LicenseRegistry registry() {
    return registry;
  }

  History history() {
    return history;
  }

  LicenseContents contents() {
    return contents;
  }
}
