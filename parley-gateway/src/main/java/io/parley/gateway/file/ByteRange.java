package io.parley.gateway.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The bytes of a file that a request wants.
///
/// @param first counted from 0
/// @param length at least 1
record ByteRange(long first, long length) {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /// What a header `Range` asks for.
  sealed interface Wanted {
    /// Everything: there is no header, or one that need not be understood.
    record Everything() implements Wanted {}

    /// Some of it.
    record Some(ByteRange range) implements Wanted {}

    /// Bytes that the file does not have.
    record Impossible() implements Wanted {}
  }

  /// Reads the header. Of several ranges in one request nothing is made: everything is sent then.
  static Wanted of(@Nullable String header, long size) {
    Matcher matcher = RANGE.matcher(header == null ? "" : header.strip());
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return new Wanted.Everything();
    }
    return between(matcher.group(1), matcher.group(2), size)
        .<Wanted>map(Wanted.Some::new)
        .orElseGet(Wanted.Impossible::new);
  }

  private static Optional<ByteRange> between(String from, String to, long size) {
    if (from.isEmpty()) {
      long length = Math.min(Long.parseLong(to), size);
      return length == 0 ? Optional.empty() : Optional.of(new ByteRange(size - length, length));
    }
    long first = Long.parseLong(from);
    long last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
    return first > last ? Optional.empty() : Optional.of(new ByteRange(first, last - first + 1));
  }

  /// The value of the header `Content-Range`.
  String contentRange(long size) {
    return "bytes " + first + "-" + (first + length - 1) + "/" + size;
  }
}
