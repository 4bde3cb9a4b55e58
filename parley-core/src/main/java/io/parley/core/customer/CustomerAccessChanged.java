package io.parley.core.customer;

import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.user.CustomerId;

/// Other groups have access to a customer.
///
/// @param given the groups that were named
/// @param result all groups that have access now
public record CustomerAccessChanged(
    CustomerId customerId, AccessOperation operation, Access given, Access result)
    implements CustomerChange {}
