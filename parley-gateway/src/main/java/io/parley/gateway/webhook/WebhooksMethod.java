package io.parley.gateway.webhook;

import io.parley.core.Result;
import io.parley.core.license.LicenseId;
import io.parley.core.webhook.Webhook;
import io.parley.gateway.call.Answered;
import io.parley.gateway.call.Request;
import io.parley.gateway.call.ServerMethod;
import io.parley.protocol.method.Call;
import io.parley.protocol.request.WebhookDecoder;
import io.parley.protocol.response.ServerAnswers;
import io.parley.runtime.Placement;
import io.parley.runtime.Reply;
import java.util.concurrent.CompletableFuture;

/// Get Webhooks Config: the webhooks as the license knows them, and how their deliveries go.
public final class WebhooksMethod implements ServerMethod {
  private final Placement placement;
  private final WebhookDeliveries deliveries;

  /// @param placement the way to the license, which knows its webhooks
  public WebhooksMethod(Placement placement, WebhookDeliveries deliveries) {
    this.placement = placement;
    this.deliveries = deliveries;
  }

  @Override
  public Answered answer(Request request, Call call) {
    LicenseId licenseId = request.grant().licenseId();
    var reply = new CompletableFuture<Reply>();
    placement.submit(
        licenseId, WebhookDecoder.list(request.payload(), call), request.cause(), reply::complete);
    Reply replied = reply.join();
    if (!(replied instanceof Reply.Done(Result.WebhooksListed listed, _))) {
      return Answered.failure(replied);
    }
    var ids = listed.webhooks().stream().map(Webhook::id).toList();
    return new Answered.Success(ServerAnswers.webhooks(listed, deliveries.of(licenseId, ids)));
  }
}
