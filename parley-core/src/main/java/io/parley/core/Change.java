package io.parley.core;

import io.parley.core.agent.AgentChange;
import io.parley.core.chat.ChatChange;
import io.parley.core.customer.CustomerChange;
import io.parley.core.license.LicenseChange;

/// A fact: something that was decided. The only source of the live state, of the rows, of the
/// pushes and of the webhooks; each of these is one exhaustive `switch` over its kinds.
public sealed interface Change permits AgentChange, ChatChange, CustomerChange, LicenseChange {
  /// True if the fact is kept on disk; typing, sneak peeks and connections are not.
  default boolean durable() {
    return true;
  }
}
