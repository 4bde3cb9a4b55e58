package io.parley.core.event;

/// Names an uploaded file in its license. Whoever knows it may read the file, so it can't be
/// guessed.
public record FileId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
