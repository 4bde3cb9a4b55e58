/// The table of the protocol: every method once, with who may call it, how, and what it becomes.
@NullMarked
package io.parley.protocol.method;

import org.jspecify.annotations.NullMarked;
