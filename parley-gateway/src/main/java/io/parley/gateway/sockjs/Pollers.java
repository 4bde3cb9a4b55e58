package io.parley.gateway.sockjs;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The sessions of clients that poll, by the address that they poll at. For any number of threads.
public final class Pollers {
  private final ConcurrentHashMap<String, PollingWire> byAddress = new ConcurrentHashMap<>();

  @Nullable PollingWire get(String address) {
    return byAddress.get(address);
  }

  /// Adds a session; gives back the one that is there already, if any.
  @Nullable PollingWire putIfAbsent(String address, PollingWire session) {
    return byAddress.putIfAbsent(address, session);
  }

  void remove(String address, PollingWire session) {
    byAddress.remove(address, session);
  }
}
