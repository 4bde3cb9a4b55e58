/// The HTTP server: one port, its addresses, and what they lead to.
@NullMarked
package io.parley.gateway.door;

import org.jspecify.annotations.NullMarked;
