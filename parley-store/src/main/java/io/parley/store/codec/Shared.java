package io.parley.store.codec;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Immutable values that many rows have in common. The same text is decoded once, and its value is
/// the same object wherever it is kept, until another text takes its place here.
///
/// A license with very many active chats is loaded faster by it and takes less memory. There are
/// as many places as there are; nothing is ever evicted but by what comes to the same place. May be
/// used by several threads.
public final class Shared<T> {
  private static final int PLACES = 512;

  /// Long texts are seldom the same, and would be kept for nothing.
  private static final int LONGEST = 512;

  private record Entry<T>(String text, T value) {}

  private final Function<String, T> decoder;
  private final AtomicReferenceArray<@Nullable Entry<T>> entries =
      new AtomicReferenceArray<>(PLACES);

  /// Values that a decoder makes of texts.
  public Shared(Function<String, T> decoder) {
    this.decoder = decoder;
  }

  /// The value of a text.
  public T of(String text) {
    if (text.length() > LONGEST) {
      return decoder.apply(text);
    }
    var hash = text.hashCode();
    var place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    var known = entries.get(place);
    if (known != null && known.text.equals(text)) {
      return known.value;
    }
    var decoded = new Entry<>(text, decoder.apply(text));
    entries.set(place, decoded);
    return decoded.value;
  }
}
