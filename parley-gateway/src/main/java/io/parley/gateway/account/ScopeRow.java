package io.parley.gateway.account;

import io.parley.core.agent.Permission;

/// A documented scope.
///
/// @param lowest the least permission with which an agent may hand it to an application
/// @param meaning goes on after "The application will be able to"
record ScopeRow(String name, Permission lowest, String meaning) {
  /// True if an agent with that permission may hand it on.
  boolean isWithin(Permission permission) {
    return permission.compareTo(lowest) <= 0;
  }
}
