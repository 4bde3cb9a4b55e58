/// The wire: which methods exist, how their JSON becomes a command, and how a change becomes a
/// push or a webhook. Pure functions, no sockets.
@NullMarked
package io.parley.protocol;

import org.jspecify.annotations.NullMarked;
