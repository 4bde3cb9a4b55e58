/// Authorization scopes: what a token may do ([io.parley.protocol.scope.Scopes]), what a method
/// asks for ([io.parley.protocol.scope.ScopeRule]).
@NullMarked
package io.parley.protocol.scope;

import org.jspecify.annotations.NullMarked;
