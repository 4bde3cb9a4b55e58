/// Opening a database: its address, its pool of connections, its version and its migrations.
///
/// Everything here works on any PostgreSQL, the embedded one ([io.parley.store.embedded]) or the
/// user's own. What prevents a database from being opened is one kind of failure,
/// [DatabaseUnavailable], whose message is a sentence for the person who started the server.
/// Passwords are kept out of messages, `toString` and logs.
///
/// Allowed imports: JDBC, HikariCP, Jdbi, Flyway; nothing of Parley.
@NullMarked
package io.parley.store.database;

import org.jspecify.annotations.NullMarked;
