package io.parley.gateway.page;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What came of asking for a web address.
sealed interface Fetched {

  /// Something is there.
  ///
  /// @param uri where it was in the end, after redirects
  /// @param contentType without parameters, in lower case; empty if nothing was said
  /// @param charset if one was named
  /// @param bytes the first of it
  record Content(URI uri, String contentType, @Nullable String charset, Buffer bytes)
      implements Fetched {}

  /// Nothing is there, or it may not be asked for.
  ///
  /// @param problem in a few words, to be put behind the name of a field
  record Failed(String problem) implements Fetched {}
}
