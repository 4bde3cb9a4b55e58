package io.parley.delivery.webhook;

import io.parley.core.license.LicenseId;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// A host that gets webhooks of one license.
final class Receiver {
  /// Names a receiver.
  ///
  /// @param origin scheme, host and port
  record Key(LicenseId licenseId, String origin) {
    static Key of(LicenseId licenseId, String url) {
      try {
        var uri = URI.create(url);
        String origin = uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
        return new Key(licenseId, origin.toLowerCase(Locale.ROOT));
      } catch (IllegalArgumentException _) {
        return new Key(licenseId, url);
      }
    }
  }

  /// So many failures in a row, and the next success is good news for all who wait.
  private static final int DOWN = 3;

  final Deque<Lane> ready = new ArrayDeque<>();
  final Set<Lane> waiting = new LinkedHashSet<>();
  int inFlight;
  private int failuresInARow;

  void failed() {
    failuresInARow++;
  }

  /// Notes a success.
  ///
  /// @return true if it ends a time of failures
  boolean recovered() {
    boolean wasDown = failuresInARow >= DOWN;
    failuresInARow = 0;
    return wasDown;
  }

  boolean isIdle() {
    return inFlight == 0 && ready.isEmpty() && waiting.isEmpty();
  }
}
