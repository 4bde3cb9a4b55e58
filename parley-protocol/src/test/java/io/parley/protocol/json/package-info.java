/// The data structures against what the documentation shows of them.
@NullMarked
package io.parley.protocol.json;

import org.jspecify.annotations.NullMarked;
