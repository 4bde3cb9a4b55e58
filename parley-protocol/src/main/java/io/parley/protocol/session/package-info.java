/// What a pushed-to connection looks like from outside the gateway.
@NullMarked
package io.parley.protocol.session;

import org.jspecify.annotations.NullMarked;
