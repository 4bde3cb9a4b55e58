package io.parley.core.chat;

/// Names a thread within its license: ten characters of `A-Z0-9`.
public record ThreadId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
