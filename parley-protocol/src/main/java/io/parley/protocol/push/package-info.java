/// Changes as pushes: which changes have one, in which version, for which side, and what it says.
@NullMarked
package io.parley.protocol.push;

import org.jspecify.annotations.NullMarked;
