package io.parley.store.codec;

import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;

/// A user of either kind in one column: `a:<agent id>` or `c:<customer id>`.
public final class UserKey {

  /// What the keys of customers begin with.
  public static final String CUSTOMER = "c:";

  private static final String AGENT = "a:";

  private UserKey() {}

  /// A user to a key.
  public static String encode(UserId userId) {
    return switch (userId) {
      case AgentId(String value) -> AGENT + StorableText.of(value);
      case CustomerId(String value) -> CUSTOMER + StorableText.of(value);
    };
  }

  /// A key to a user.
  public static UserId decode(String key) {
    return key.startsWith(CUSTOMER)
        ? new CustomerId(key.substring(CUSTOMER.length()))
        : new AgentId(key.substring(AGENT.length()));
  }
}
