package io.parley.core.customer;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Notes which page the customer looks at (Update Customer Page). Needs a visit, which a login
/// starts.
public record UpdateCustomerPage(Caller.ByCustomer caller, String url, @Nullable String title)
    implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfCustomer(caller.id()));
  }

  @Override
  public Decision decide(License license, Context context) {
    Customer known = license.customerOrNull(caller.id());
    if (known == null) {
      return Decision.rejected(new Rejection.CustomerNotFound("token", caller.id()));
    }
    Customer.LastVisit visit = known.lastVisit();
    if (visit == null) {
      return Decision.rejected(new Rejection.Forbidden("The customer is not on the website"));
    }
    var page = new Customer.Page(context.now(), url, title);
    return Decision.done(new PageViewed(known.with(visit.with(page)), page));
  }
}
