package io.parley.runtime.mail;

/// Port: brings letters. Does not block, and says nothing of how it went: who waits for a letter
/// asks for another one.
@FunctionalInterface
public interface Post {
  /// Brings a letter, some time.
  void send(Mail mail);
}
