package io.parley.server.command;

/// Something was asked for that can't be done as things are; the message says why.
final class NotDone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotDone(String message) {
    super(message);
  }
}
