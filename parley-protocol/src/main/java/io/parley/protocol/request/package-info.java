/// Payloads of requests as commands and queries.
@NullMarked
package io.parley.protocol.request;

import org.jspecify.annotations.NullMarked;
