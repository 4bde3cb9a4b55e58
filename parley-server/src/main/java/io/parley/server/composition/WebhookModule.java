package io.parley.server.composition;

import io.parley.core.license.LicenseId;
import io.parley.core.webhook.WebhookId;
import io.parley.delivery.webhook.HttpSender;
import io.parley.delivery.webhook.LatestOutcome;
import io.parley.delivery.webhook.WebhookConfig;
import io.parley.delivery.webhook.WebhookWorker;
import io.parley.protocol.response.ServerAnswers.Deliveries;
import io.parley.protocol.webhook.WebhookRenderer;
import io.parley.runtime.outgoing.Targets;
import io.parley.server.config.ServerConfig;
import io.parley.store.outbox.OutboxAdministration;
import io.parley.store.outbox.OutboxAdministration.Counts;
import io.parley.store.outbox.OutboxListener;
import io.parley.store.outbox.PostgresOutbox;
import io.parley.store.outbox.WebhookBodies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What brings webhooks to their receivers.
final class WebhookModule implements AutoCloseable {
  /// One event loop that does nothing else, so that nobody waits behind a webhook.
  private final EdgeLoops loop;

  private final HttpSender sender;
  private final WebhookWorker worker;
  private final OutboxAdministration outbox;

  WebhookModule(
      ServerConfig config,
      Surroundings surroundings,
      EdgeLoops loops,
      StoreModule store,
      Targets targets,
      JvmProcessors processors) {
    var settings = config.webhooks();
    this.outbox = new OutboxAdministration(store.database().jdbi());
    this.loop = EdgeLoops.start(1);
    this.sender = new HttpSender(loop.vertx(), targets, settings.timeout(), surroundings.clock());
    loop.vertx()
        .getOrCreateContext()
        .runOnContext(_ -> processors.leaveOut(Thread.currentThread()));
    this.worker =
        new WebhookWorker(
            new WebhookConfig(
                settings.connectionsPerReceiver(),
                settings.timeout(),
                settings.tries(),
                settings.retryWindow(),
                settings.firstRetry(),
                WebhookConfig.DEFAULTS.charactersInMemory(),
                WebhookConfig.DEFAULTS.charactersInMemoryOfAll(),
                WebhookConfig.DEFAULTS.sweepInterval()),
            new PostgresOutbox(store.database().jdbi()),
            sender,
            processors,
            surroundings.clock(),
            surroundings.random(),
            loops.metrics());
  }

  /// Says what is sent.
  WebhookBodies bodies() {
    return WebhookRenderer::body;
  }

  /// Is to be told of what is committed.
  OutboxListener listener() {
    return worker;
  }

  /// How the deliveries go.
  Map<WebhookId, Deliveries> deliveries(LicenseId licenseId, List<WebhookId> webhookIds) {
    Map<WebhookId, Counts> counts = outbox.counts(licenseId);
    var deliveries = new HashMap<WebhookId, Deliveries>();
    for (WebhookId webhookId : webhookIds) {
      Counts count = counts.getOrDefault(webhookId, Counts.NONE);
      LatestOutcome latest = worker.latest(licenseId, webhookId);
      deliveries.put(
          webhookId,
          new Deliveries(
              count.pending(),
              count.parked(),
              latest.successAt(),
              latest.error(),
              latest.errorAt()));
    }
    return deliveries;
  }

  @Override
  public void close() {
    worker.close();
    sender.close();
    loop.close();
  }
}
