package io.parley.store.database;

import java.util.ArrayList;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a database to the schema that this program knows: plain SQL on the class path, numbered
/// `V001__….sql` without gaps. Two programs that start at one time wait for each other (Flyway's
/// lock); a database that a newer program has migrated is refused, since an older one would misread
/// it.
final class Migrations {

  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  private final Flyway flyway;

  Migrations(DataSource dataSource, String location) {
    this.flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(dataSource)
            .locations("classpath:" + location)
            .validateMigrationNaming(true)
            .loggers("slf4j")
            .load();
  }

  void run(DatabaseUrl url) {
    try {
      var info = flyway.info();
      var all = info.all();
      refuseGaps(all);
      refuseNewer(all, url);
      if (info.pending().length > 0) {
        var result = flyway.migrate();
        LOG.info(
            "Migrated {} by {} steps to {}",
            url.database(),
            result.migrationsExecuted,
            result.targetSchemaVersion);
      } else {
        refuseEdited(all);
      }
    } catch (FlywayException e) {
      throw new DatabaseUnavailable(
          "the database " + url + " could not be migrated: " + firstLine(e), e);
    }
  }

  private static void refuseGaps(MigrationInfo[] all) {
    var known = new ArrayList<MigrationVersion>();
    for (var migration : all) {
      if (!isFromElsewhere(migration.getState()) && migration.getVersion() != null) {
        known.add(migration.getVersion());
      }
    }
    for (int at = 0; at < known.size(); at++) {
      if (!known.get(at).equals(MigrationVersion.fromVersion(Integer.toString(at + 1)))) {
        throw new DatabaseUnavailable(
            "the program's migrations have a gap: number " + (at + 1) + " is missing");
      }
    }
  }

  private static void refuseNewer(MigrationInfo[] all, DatabaseUrl url) {
    var newest =
        Arrays.stream(all)
            .filter(migration -> isFromElsewhere(migration.getState()))
            .map(MigrationInfo::getVersion)
            .max(MigrationVersion::compareTo);
    if (newest.isPresent()) {
      throw new DatabaseUnavailable(
          "the database %s was last used by a newer Parley (schema %s, this one knows %d); start that version or a later one"
              .formatted(url, newest.get(), knownBy(all)));
    }
  }

  private static long knownBy(MigrationInfo[] all) {
    return Arrays.stream(all).filter(one -> !isFromElsewhere(one.getState())).count();
  }

  private static void refuseEdited(MigrationInfo[] all) {
    for (var migration : all) {
      if (!migration.isChecksumMatching()) {
        throw new DatabaseUnavailable(
            "the program's migration "
                + migration.getVersion()
                + " is not the one that the database was migrated with");
      }
    }
  }

  private static boolean isFromElsewhere(MigrationState state) {
    return state == MigrationState.FUTURE_SUCCESS
        || state == MigrationState.FUTURE_FAILED
        || state == MigrationState.MISSING_SUCCESS
        || state == MigrationState.MISSING_FAILED;
  }

  private static String firstLine(FlywayException e) {
    @Nullable String message = e.getMessage();
    return message == null
        ? "no reason given"
        : message.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
  }
}
