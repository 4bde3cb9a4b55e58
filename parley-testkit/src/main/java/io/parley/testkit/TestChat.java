package io.parley.testkit;

/// A chat that was started.
public record TestChat(String id, String threadId) {}
