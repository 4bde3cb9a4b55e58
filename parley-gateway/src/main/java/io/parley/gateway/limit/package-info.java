/// How much of everything one client may have.
@NullMarked
package io.parley.gateway.limit;

import org.jspecify.annotations.NullMarked;
