package io.parley.core.user;

/// Names a customer: a UUID in its canonical form.
public record CustomerId(String value) implements UserId {
  @Override
  public String toString() {
    return value;
  }
}
