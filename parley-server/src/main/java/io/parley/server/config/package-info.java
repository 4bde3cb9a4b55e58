/// The server's settings: a tree of records in which each setting has its default and its text.
///
/// Everything else follows from the tree: the options of the command line, the environment
/// variables, what a configuration file may hold, and the reference page `docs/configuration.md`.
@NullMarked
package io.parley.server.config;

import org.jspecify.annotations.NullMarked;
