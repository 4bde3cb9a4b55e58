/// The commands of `bin/parley`: what the words mean, what the process prints, and how it ends.
///
/// Standard output carries what was asked for and nothing else. Everything else goes to standard
/// error. A command that fails says why in one line.
@NullMarked
package io.parley.server.command;

import org.jspecify.annotations.NullMarked;
