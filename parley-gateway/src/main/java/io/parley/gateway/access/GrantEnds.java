package io.parley.gateway.access;

import io.parley.gateway.account.Grant;
import io.parley.gateway.account.GrantEnded;
import io.parley.gateway.account.GrantWatch;
import java.util.function.Consumer;

/// Port: says when a token that let somebody in ends. Filled by [GrantWatch#watch].
@FunctionalInterface
public interface GrantEnds {
  /// Watches a token within a second of its end.
  ///
  /// @param listener called once at most, on a thread that must not be kept busy
  GrantWatch.Registration watch(Grant grant, Consumer<GrantEnded> listener);
}
