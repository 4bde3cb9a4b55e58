package io.parley.gateway.content;

import io.parley.core.ErrorType;
import io.parley.core.content.Goal;
import io.parley.core.customer.CheckGoals;
import io.parley.core.license.LicenseId;
import io.parley.core.user.Caller;
import io.parley.gateway.call.Answered;
import io.parley.gateway.call.Request;
import io.parley.gateway.call.ServerMethod;
import io.parley.protocol.Payload;
import io.parley.protocol.method.Call;
import io.parley.protocol.request.GoalsRequest;
import io.parley.runtime.Placement;
import io.parley.runtime.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Check Goals: looks whether a customer who is not connected has reached a goal.
public final class GoalsMethod implements ServerMethod {
  private final LicenseContents contents;
  private final Placement placement;

  /// @param placement the way to the license, which tells its agents
  public GoalsMethod(LicenseContents contents, Placement placement) {
    this.contents = contents;
    this.placement = placement;
  }

  @Override
  public Answered answer(Request request, Call call) {
    GoalsRequest wanted = GoalsRequest.of(request.payload());
    if (!(call.caller() instanceof Caller.ByCustomer customer)) {
      return Answered.failure(ErrorType.NOT_ALLOWED);
    }
    LicenseId licenseId = request.grant().licenseId();
    List<Goal> goals = contents.goals(licenseId).join();
    var reply = new CompletableFuture<Reply>();
    placement.submit(
        licenseId,
        new CheckGoals(
            customer, wanted.groupId(), wanted.pageUrl(), wanted.customerFields(), goals),
        request.cause(),
        reply::complete);
    Reply replied = reply.join();
    return replied instanceof Reply.Done
        ? new Answered.Success(Payload.EMPTY)
        : Answered.failure(replied);
  }
}
