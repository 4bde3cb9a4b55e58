package io.parley.server.control;

/// A running server could not be asked, or had no answer; the message says why.
public final class NotRunning extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotRunning(String message) {
    super(message);
  }
}
