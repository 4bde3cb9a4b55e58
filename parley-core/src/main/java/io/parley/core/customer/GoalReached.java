package io.parley.core.customer;

import io.parley.core.group.GroupId;
import io.parley.core.user.CustomerId;

/// A customer who is not connected has reached a goal, which agents are told. Not kept.
///
/// @param groupId whose agents are told
public record GoalReached(CustomerId customerId, GroupId groupId, int goalId, String goalName)
    implements CustomerChange {
  @Override
  public boolean durable() {
    return false;
  }
}
