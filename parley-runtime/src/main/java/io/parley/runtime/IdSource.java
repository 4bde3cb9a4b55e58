package io.parley.runtime;

/// Port: fresh ids.
public interface IdSource {
  /// Ten characters of `A-Z0-9`, for a chat or a thread.
  String nextId();

  /// A UUID in its canonical form.
  String nextUuid();
}
