/// Authorization scopes: what a token may do, what a method asks for.
@NullMarked
package io.parley.protocol.scope;

import org.jspecify.annotations.NullMarked;
