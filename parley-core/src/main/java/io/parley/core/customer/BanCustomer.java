package io.parley.core.customer;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.chat.Announcements;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Bans a customer for some days (Ban Customer): closes the customer's chats, disconnects, and
/// refuses new connections until the ban ends.
public record BanCustomer(Caller.ByAgent caller, CustomerId customerId, int days)
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
    var changes = new ArrayList<Change>();
    changes.addAll(Announcements.closedByBan(license, context, caller.id(), customerId, days));
    changes.add(
        new CustomerBanned(known.bannedUntil(context.now().plus(Duration.ofDays(days))), days));
    return Decision.accepted(Result.Done.DONE, changes);
  }
}
