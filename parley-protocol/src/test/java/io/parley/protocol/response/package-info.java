/// Each answer, as both sides get it, against the documented payload.
@NullMarked
package io.parley.protocol.response;

import org.jspecify.annotations.NullMarked;
