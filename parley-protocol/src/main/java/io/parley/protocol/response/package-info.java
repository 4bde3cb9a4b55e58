/// Results and answers as the payloads of responses.
@NullMarked
package io.parley.protocol.response;

import org.jspecify.annotations.NullMarked;
