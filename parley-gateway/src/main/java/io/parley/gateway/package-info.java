/// The doors to the outside: it owns bytes, connections and tokens, and none of the rules.
@NullMarked
package io.parley.gateway;

import org.jspecify.annotations.NullMarked;
