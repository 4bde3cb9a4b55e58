package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;

/// An agent as somebody to write to.
///
/// @param license what the license is called
public record AgentAddress(LicenseId licenseId, String license, AgentId agentId, String name) {}
