package io.parley.gateway.limit;

import java.util.concurrent.ConcurrentHashMap;

/// Counts the connections of every address that have not logged in.
public final class Strangers {
  private final int limit;
  private final ConcurrentHashMap<String, Integer> countByAddress = new ConcurrentHashMap<>();

  /// @param limit how many one address may have
  public Strangers(int limit) {
    this.limit = limit;
  }

  /// Counts one more; false if it is one too many. Either way it counts until [#left].
  public boolean came(String address) {
    return countByAddress.merge(address, 1, Integer::sum) <= limit;
  }

  /// One has logged in, or is gone.
  public void left(String address) {
    countByAddress.computeIfPresent(address, (_, count) -> count > 1 ? count - 1 : null);
  }
}
