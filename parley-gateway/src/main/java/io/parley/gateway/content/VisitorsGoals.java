package io.parley.gateway.content;

import io.parley.core.Change;
import io.parley.core.content.Goal;
import io.parley.core.customer.CheckVisitorsGoals;
import io.parley.core.customer.CustomerUpdated;
import io.parley.core.customer.PageViewed;
import io.parley.core.customer.VisitStarted;
import io.parley.core.license.LicenseId;
import io.parley.core.user.CustomerId;
import io.parley.runtime.Cause;
import io.parley.runtime.Committed;
import io.parley.runtime.Delivery;
import io.parley.runtime.Outcome;
import io.parley.runtime.OutcomeBatch;
import io.parley.runtime.Placement;
import io.parley.runtime.ReplyTo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A delivery that has goals looked for when a visitor came, went on to a page, or said something
/// of himself.
public final class VisitorsGoals implements Delivery {
  private static final Logger log = LoggerFactory.getLogger(VisitorsGoals.class);

  private final Delivery delivery;
  private final LicenseContents contents;
  private final Supplier<@Nullable Placement> placement;

  /// @param delivery what everything is handed on to
  /// @param placement the way to the license; null as long as there is none
  public VisitorsGoals(
      Delivery delivery, LicenseContents contents, Supplier<@Nullable Placement> placement) {
    this.delivery = delivery;
    this.contents = contents;
    this.placement = placement;
  }

  @Override
  public void deliver(OutcomeBatch batch) {
    delivery.deliver(batch);
    var visitors = new LinkedHashSet<CustomerId>();
    for (Outcome outcome : batch.outcomes()) {
      for (Committed committed : outcome.changes()) {
        note(committed.change(), visitors);
      }
    }
    if (!visitors.isEmpty()) {
      look(batch.licenseId(), visitors);
    }
  }

  @Override
  public void reset(LicenseId licenseId) {
    delivery.reset(licenseId);
  }

  private static void note(Change change, Set<CustomerId> visitors) {
    if (change instanceof VisitStarted started) {
      visitors.add(started.customerId());
    } else if (change instanceof PageViewed viewed) {
      visitors.add(viewed.customerId());
    } else if (change instanceof CustomerUpdated updated) {
      visitors.add(updated.customerId());
    }
  }

  private void look(LicenseId licenseId, Set<CustomerId> visitors) {
    var _ =
        contents
            .goals(licenseId)
            .whenComplete(
                (goals, failure) -> {
                  if (failure != null) {
                    log.warn("The goals of license {} can't be read", licenseId, failure);
                  } else if (!goals.isEmpty()) {
                    visitors.forEach(visitor -> check(licenseId, visitor, goals));
                  }
                });
  }

  private void check(LicenseId licenseId, CustomerId visitor, List<Goal> goals) {
    Placement licenses = placement.get();
    if (licenses != null) {
      licenses.submit(
          licenseId, new CheckVisitorsGoals(visitor, goals), Cause.NONE, ReplyTo.NOBODY);
    }
  }
}
