/// Each push, as both sides get it, against the documented payload.
@NullMarked
package io.parley.protocol.push;

import org.jspecify.annotations.NullMarked;
