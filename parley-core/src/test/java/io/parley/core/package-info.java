/// The domain's rules, by example and by property. No clock, no database, no server.
@NullMarked
package io.parley.core;

import org.jspecify.annotations.NullMarked;
