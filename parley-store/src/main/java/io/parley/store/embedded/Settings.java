package io.parley.store.embedded;

/// The texts of the database's settings, written anew at each start. What a user sets with `ALTER
/// SYSTEM` goes before them.
final class Settings {

  /// The file of settings, which `postgresql.conf` includes.
  static final String FILE = "parley.conf";

  /// What is added to `postgresql.conf` when a database is made.
  static final String INCLUDE = "\ninclude '" + FILE + "'\n";

  /// Who may connect: only from this machine, only with the password.
  static final String LOGINS = "host all all 127.0.0.1/32 scram-sha-256\n";

  private Settings() {}

  static String of(EmbeddedPostgresConfig config) {
    return """
    # Written by Parley at each start: changes here are lost. Use ALTER SYSTEM.
    # What is acknowledged is on disk.
    fsync = on
    synchronous_commit = on
    full_page_writes = on
    # A small server with a small footprint.
    max_connections = %d
    shared_buffers = %dMB
    huge_pages = off
    max_worker_processes = 2
    max_parallel_workers_per_gather = 0
    max_logical_replication_workers = 0
    autovacuum = on
    autovacuum_max_workers = 2
    jit = off
    random_page_cost = 1.1
    # Fewer, gentler checkpoints, and a log that stays small.
    wal_compression = on
    checkpoint_timeout = 10min
    max_wal_size = 1GB
    # Reached over TCP on this machine alone; the port is on the command line.
    listen_addresses = '127.0.0.1'
    unix_socket_directories = ''
    timezone = 'UTC'
    lc_messages = 'C'
    # Its own log, begun anew by size and day.
    logging_collector = on
    log_directory = 'log'
    log_filename = 'postgres-%%Y%%m%%d-%%H%%M%%S.log'
    log_rotation_age = 1d
    log_rotation_size = 10MB
    log_timezone = 'UTC'
    log_checkpoints = off
    log_line_prefix = '%%m [%%p] '
    """
        .formatted(config.maxConnections(), config.sharedBuffersMegabytes());
  }
}
