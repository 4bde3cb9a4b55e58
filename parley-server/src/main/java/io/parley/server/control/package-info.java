/// How a command that runs beside a server asks the server something that only its memory knows.
///
/// A server listens on a port of the loopback interface that nobody else knows, and writes the port
/// with a secret into a file of its data directory that only its user can read: who may read the
/// data may ask. A question is one line of words; the answer is text until the end.
@NullMarked
package io.parley.server.control;

import org.jspecify.annotations.NullMarked;
