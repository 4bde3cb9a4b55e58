package io.parley.bench.relay;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A customer and the agent whom the switchboard chose.
final class RelayChat {
  private final long licenseId;
  private final String id;
  private final String threadId;
  private final RelaySession agent;
  private final RelaySession customer;
  private final AtomicInteger events = new AtomicInteger();
  private final List<RelaySession> followers = new CopyOnWriteArrayList<>();

  RelayChat(long licenseId, int number, RelaySession agent, RelaySession customer) {
    this.licenseId = licenseId;
    this.id = "PC%08d".formatted(number);
    this.threadId = "PT%08d".formatted(number);
    this.agent = agent;
    this.customer = customer;
  }

  long licenseId() {
    return licenseId;
  }

  String id() {
    return id;
  }

  String threadId() {
    return threadId;
  }

  RelaySession agent() {
    return agent;
  }

  /// The number of the next event.
  int nextEvent() {
    return events.incrementAndGet();
  }

  /// Has a session get the chat's messages, too.
  void follow(RelaySession follower) {
    followers.add(follower);
  }

  /// Those who get the chat's messages without being one of its two sides.
  List<RelaySession> followers() {
    return followers;
  }

  /// The other one of the two sides, or nobody for a session that is neither.
  @Nullable RelaySession otherThan(RelaySession side) {
    if (side.equals(agent)) {
      return customer;
    }
    return side.equals(customer) ? agent : null;
  }
}
