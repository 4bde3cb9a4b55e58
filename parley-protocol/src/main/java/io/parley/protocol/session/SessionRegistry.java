package io.parley.protocol.session;

import io.parley.core.license.LicenseId;
import io.parley.core.user.UserId;

/// Port: where connections announce themselves to get pushes.
public interface SessionRegistry {
  /// From now on the session gets what concerns the user. To begin exactly after the user's login,
  /// call it from the reply to that command.
  void add(LicenseId licenseId, UserId userId, Session session);

  /// The session gets no more pushes. Does nothing if it is not registered.
  void remove(LicenseId licenseId, UserId userId, Session session);
}
