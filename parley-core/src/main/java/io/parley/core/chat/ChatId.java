package io.parley.core.chat;

/// Names a chat within its license: ten characters of `A-Z0-9`.
public record ChatId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
