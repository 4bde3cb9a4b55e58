package io.parley.store.embedded;

/// The embedded PostgreSQL ended although nobody asked it to.
///
/// @param exitStatus the process's status; above 128 it was ended by the signal 128 less
/// @param lastWords the last complaint in its log, or an empty text
public record PostgresCrash(int exitStatus, String lastWords) {}
