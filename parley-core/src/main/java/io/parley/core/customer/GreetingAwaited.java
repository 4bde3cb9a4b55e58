package io.parley.core.customer;

import io.parley.core.content.AwaitedGreeting;
import io.parley.core.user.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// It is known what a visitor may be greeted with from now on. Not kept.
///
/// @param awaited null: nothing
/// @param at when to look again, whatever happens until then; null: when something happens
public record GreetingAwaited(
    CustomerId customerId, @Nullable AwaitedGreeting awaited, @Nullable Instant at)
    implements CustomerChange {
  @Override
  public boolean durable() {
    return false;
  }
}
