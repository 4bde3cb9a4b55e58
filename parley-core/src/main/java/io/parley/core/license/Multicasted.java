package io.parley.core.license;

import io.parley.core.Json;
import io.parley.core.user.AgentId;
import org.jspecify.annotations.Nullable;

/// A message outside of chats was sent. Not kept.
///
/// @param author null for the server itself
public record Multicasted(
    @Nullable AgentId author, Multicast.Scope scope, Json content, @Nullable String type)
    implements LicenseChange {
  @Override
  public boolean durable() {
    return false;
  }
}
