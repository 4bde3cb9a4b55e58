package io.parley.server.composition;

import io.parley.delivery.webhook.HttpSender;
import io.parley.delivery.webhook.WebhookConfig;
import io.parley.delivery.webhook.WebhookWorker;
import io.parley.protocol.webhook.WebhookRenderer;
import io.parley.runtime.outgoing.Targets;
import io.parley.server.config.ServerConfig;
import io.parley.store.outbox.OutboxListener;
import io.parley.store.outbox.PostgresOutbox;
import io.parley.store.outbox.WebhookBodies;

/// What brings webhooks to their receivers.
final class WebhookModule implements AutoCloseable {
  private final HttpSender sender;
  private final WebhookWorker worker;

  WebhookModule(
      ServerConfig config,
      Surroundings surroundings,
      EdgeLoops loops,
      StoreModule store,
      Targets targets) {
    var settings = config.webhooks();
    this.sender = new HttpSender(loops.vertx(), targets, settings.timeout());
    this.worker =
        new WebhookWorker(
            new WebhookConfig(
                settings.connectionsPerReceiver(),
                settings.timeout(),
                settings.tries(),
                settings.retryWindow(),
                settings.firstRetry(),
                WebhookConfig.DEFAULTS.charactersInMemory(),
                WebhookConfig.DEFAULTS.sweepInterval()),
            new PostgresOutbox(store.database().jdbi()),
            sender,
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

  @Override
  public void close() {
    worker.close();
    sender.close();
  }
}
