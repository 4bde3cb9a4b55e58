/// A PostgreSQL of Parley's own: real binaries from the class path, run as a child process.
///
/// What lies where, under the data directory that only one Parley uses at a time ([DirectoryLock]):
///
///     parley.lock, parley.pid     who uses the directory
///     postgres.password           the password of the database's only login, readable by its owner
/// alone
///     postgres.start              what PostgreSQL said before its own log was open
///     db/                         the database; db/log holds its log
///     postgres-<version>-<arch>/  the binaries, where the shared cache can't be used
///
/// Life cycle: binaries are unpacked once (aside, made durable, renamed into place), the database
/// is made once (likewise), then each start clears what a killed predecessor left, writes the
/// settings, starts the postmaster and waits until it accepts connections. The postmaster is asked
/// to die with Parley where the system can do that; where it can't, the next start stops it.
/// Nothing that was committed depends on any of this: fsync and synchronous_commit stay on.
///
/// Allowed imports: the JDK, commons-compress, SLF4J, and [io.parley.store.database].
@NullMarked
package io.parley.store.embedded;

import org.jspecify.annotations.NullMarked;
