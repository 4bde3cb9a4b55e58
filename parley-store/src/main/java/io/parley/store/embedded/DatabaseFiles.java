package io.parley.store.embedded;

import io.parley.store.database.DatabaseUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of the database in a data directory: made once, checked and given their settings at
/// each start.
///
/// @param data the data directory, locked
record DatabaseFiles(Path data, Installation installation) {

  /// The database's only login.
  static final String USER = "parley";

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseFiles.class);
  private static final String MAKING = ".making-db-";
  private static final int PASSWORD_BYTES = 24;

  /// Tried in this order: full-text search wants letters beyond ASCII known, and not every system
  /// has them.
  private static final List<String> CHARACTER_TYPES = List.of("C.UTF-8", "C.utf8", "C");

  /// The database's directory.
  Path database() {
    return data.resolve("db");
  }

  /// Makes the database if there is none, refuses one that does not fit, and writes its settings.
  ///
  /// @return the password
  String prepare(EmbeddedPostgresConfig config, RandomGenerator random) {
    try {
      FileTree.deleteAll(data, MAKING);
      if (Files.exists(database(), LinkOption.NOFOLLOW_LINKS)) {
        check();
      } else {
        make(random);
      }
      installation.launcher().claim(database());
      write(Settings.FILE, Settings.of(config));
      write("pg_hba.conf", Settings.LOGINS);
      PostgresLog.of(database()).prune();
      return password(random);
    } catch (IOException e) {
      throw StorageTrouble.with("the database in " + data + " can't be prepared", e);
    }
  }

  private void check() throws IOException {
    var versionFile = database().resolve("PG_VERSION");
    if (!Files.isRegularFile(versionFile)
        || !Files.isRegularFile(database().resolve("global").resolve("pg_control"))) {
      throw new DatabaseUnavailable(
          "%s holds no database of PostgreSQL, or a damaged one; move it away, or choose another data directory"
              .formatted(database()));
    }
    var version = Files.readString(versionFile).strip();
    if (!version.equals(Binaries.majorVersion())) {
      throw new DatabaseUnavailable(
          "the database in %s is of PostgreSQL %s, and this Parley brings PostgreSQL %s; start the Parley that made it, or move its contents with pg_dump"
              .formatted(database(), version, Binaries.majorVersion()));
    }
  }

  private void make(RandomGenerator random) throws IOException {
    LOG.info("Making a database in {}", database());
    var password = newPassword(random);
    var aside = Files.createTempDirectory(data, MAKING);
    try {
      var passwordFile = Files.writeString(aside.resolve("password"), password + "\n");
      installation.launcher().give(aside);
      var made = aside.resolve("db");
      initialise(made, passwordFile);
      Files.writeString(
          made.resolve("postgresql.conf"), Settings.INCLUDE, StandardOpenOption.APPEND);
      FileTree.force(made);
      keep(password);
      Files.move(made, database());
      FileTree.forceOne(data);
    } finally {
      FileTree.delete(aside);
    }
  }

  private void initialise(Path directory, Path passwordFile) throws IOException {
    var output = "";
    for (var characterType : CHARACTER_TYPES) {
      var answer =
          installation
              .launcher()
              .run(
                  List.of(
                      installation.binaries().program("initdb"),
                      "--pgdata=" + directory,
                      "--username=" + USER,
                      "--pwfile=" + passwordFile,
                      "--auth=scram-sha-256",
                      "--encoding=UTF8",
                      "--locale=C",
                      "--lc-ctype=" + characterType,
                      "--locale-provider=builtin",
                      "--builtin-locale=C.UTF-8",
                      "--data-checksums",
                      "--no-sync",
                      "--no-instructions"));
      if (answer.isSuccess()) {
        return;
      }
      output = answer.output();
      if (!output.contains("invalid locale name")) {
        break;
      }
    }
    throw refused("made", output);
  }

  private DatabaseUnavailable refused(String what, String output) {
    var failure = StartFailure.from(output);
    if (failure.kind() == StartFailure.Kind.DISK_FULL) {
      return new DatabaseUnavailable(
          "the database in %s can't be %s: the disk is full".formatted(data, what));
    }
    var asOther =
        installation.launcher().user().isPresent() && output.contains("Permission denied")
            ? " (PostgreSQL refuses to run as root, user namespaces are forbidden here, and user "
                + installation.launcher().user().get()
                + " must be able to enter the data directory)"
            : "";
    return new DatabaseUnavailable(
        "the database in %s can't be %s: %s%s".formatted(data, what, failure.complaint(), asOther));
  }

  /// The password that was kept, or a new one when someone has lost the file.
  private String password(RandomGenerator random) throws IOException {
    if (Files.exists(passwordFile())) {
      var kept = Files.readString(passwordFile()).strip();
      if (!kept.isEmpty()) {
        return kept;
      }
    }
    LOG.warn("{} is gone: the database gets a new password", passwordFile());
    var password = newPassword(random);
    var answer =
        installation
            .launcher()
            .run(
                List.of(
                    installation.binaries().program("postgres"),
                    "--single",
                    "-D",
                    database().toString(),
                    "-c",
                    "logging_collector=off",
                    "postgres"),
                "ALTER ROLE %s PASSWORD '%s'\n".formatted(USER, password));
    if (!answer.isSuccess()) {
      throw refused("given a new password", answer.output());
    }
    keep(password);
    return password;
  }

  private void keep(String password) throws IOException {
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var aside = Files.createTempFile(data, ".password", "", mine);
    Files.writeString(aside, password + "\n");
    FileTree.forceOne(aside);
    Files.move(
        aside, passwordFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    FileTree.forceOne(data);
  }

  private Path passwordFile() {
    return passwordFile(data);
  }

  /// Where the password is kept, for who may read the files of this user.
  static Path passwordFile(Path data) {
    return data.resolve("postgres.password");
  }

  /// Replaces one of the database's files, keeping its owner.
  private void write(String name, String content) throws IOException {
    var file = database().resolve(name);
    if (Files.exists(file) && Files.readString(file).equals(content)) {
      return;
    }
    var aside = database().resolve(name + ".new");
    Files.writeString(aside, content);
    Files.setOwner(aside, Files.getOwner(database()));
    FileTree.forceOne(aside);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String newPassword(RandomGenerator random) {
    var bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
