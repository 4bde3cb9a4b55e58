package io.parley.core.customer;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.chat.Announcements;
import io.parley.core.customer.CustomerUpdated.Part;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Sets values of a customer's profile (Update Customer, Set Customer Fields). An agent may update
/// any customer; the chats that the customer is in are told of a new name or address. A customer
/// updates himself.
public record UpdateCustomer(Caller caller, CustomerId customerId, CustomerDetails details)
    implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfCustomer(customerId));
  }

  @Override
  public Decision decide(License license, Context context) {
    Customer known = license.customerOrNull(customerId);
    if (known == null) {
      return Decision.rejected(new Rejection.CustomerNotFound("customer_id", customerId));
    }
    Customer now = known.with(details);
    var result = new Result.CustomerUpdated(now);
    Set<Part> changed = changedParts(known, now);
    if (changed.isEmpty()) {
      return Decision.accepted(result);
    }
    var changes = new ArrayList<Change>();
    changes.add(new CustomerUpdated(now, changed));
    if (caller instanceof Caller.ByAgent agent) {
      changes.addAll(Announcements.customerUpdated(license, context, agent.id(), now, changed));
    }
    return Decision.accepted(result, changes);
  }

  /// What differs between two states of a profile.
  static Set<Part> changedParts(Customer before, Customer after) {
    var changed = EnumSet.noneOf(Part.class);
    if (!Objects.equals(before.name(), after.name())) {
      changed.add(Part.NAME);
    }
    if (!Objects.equals(before.email(), after.email())) {
      changed.add(Part.EMAIL);
    }
    if (!Objects.equals(before.avatar(), after.avatar())) {
      changed.add(Part.AVATAR);
    }
    if (!before.fields().equals(after.fields())) {
      changed.add(Part.FIELDS);
    }
    return changed;
  }
}
