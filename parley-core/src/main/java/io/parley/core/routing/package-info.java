/// Bringing a chat to the right agent. Pure: it reads a license and names an agent, or says why
// none.
@NullMarked
package io.parley.core.routing;

import org.jspecify.annotations.NullMarked;
