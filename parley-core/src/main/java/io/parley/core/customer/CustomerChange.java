package io.parley.core.customer;

import io.parley.core.Change;
import io.parley.core.user.CustomerId;

/// A change to one customer.
public sealed interface CustomerChange extends Change
    permits CustomerAccessChanged,
        CustomerBanned,
        CustomerConnected,
        CustomerDisconnected,
        CustomerRegistered,
        CustomerUpdated,
        GoalReached,
        GreetingAwaited,
        GreetingShown,
        PageViewed,
        SideStorageUpdated,
        VisitEnded,
        VisitStarted {
  /// The customer.
  CustomerId customerId();
}
