package io.parley.store.credential;

import java.util.Arrays;

/// A text that can be read only with a secret that is not stored.
public final class SealedText {
  private final byte[] bytes;

  /// Takes what a cipher made.
  public SealedText(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /// For the cipher to open.
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedText sealed && Arrays.equals(bytes, sealed.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
