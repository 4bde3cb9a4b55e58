package io.parley.store.journal;

import static io.parley.store.journal.RowStatement.column;

import io.parley.core.license.LicenseId;
import io.parley.core.webhook.Firing;
import io.parley.core.webhook.Webhook;
import io.parley.runtime.Committed;
import io.parley.store.codec.StorableText;
import io.parley.store.journal.RowStatement.Column;
import io.parley.store.journal.RowStatement.Kind;
import io.parley.store.outbox.DroppedWebhooks;
import io.parley.store.outbox.OutboxEntry;
import io.parley.store.outbox.OutboxListener;
import io.parley.store.outbox.WebhookBodies;
import io.parley.store.row.WebhookRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the webhooks of a group have to send.
final class OutboxRows {
  private static final Logger log = LoggerFactory.getLogger(OutboxRows.class);

  private static final List<Column> COLUMNS =
      List.of(
          column("license_id", Kind.LONG),
          column("webhook_id", Kind.TEXT),
          column("seq", Kind.LONG),
          column("subject", Kind.TEXT),
          column("action", Kind.TEXT),
          column("url", Kind.TEXT),
          column("secret_key", Kind.TEXT),
          column("body", Kind.TEXT));

  private final WebhookBodies bodies;
  private final List<OutboxEntry> entries = new ArrayList<>();
  private final List<DroppedWebhooks> dropped = new ArrayList<>();

  OutboxRows(WebhookBodies bodies) {
    this.bodies = bodies;
  }

  /// The part of a statement that inserts those rows for which the condition holds.
  static String insertWhere(String condition) {
    return """
    insert into webhook_delivery (
      license_id, webhook_id, seq, subject, action, url, secret_key, body)
    select * from %s
    where %s"""
        .formatted(RowStatement.rows(COLUMNS), condition);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /// A webhook that can't be written down is a bug, which must not keep people from talking.
  void add(LicenseId licenseId, Committed committed) {
    for (Firing firing : committed.firings()) {
      try {
        bodies
            .body(committed.change(), firing)
            .ifPresent(body -> entries.add(entry(licenseId, committed.seq(), firing, body)));
      } catch (RuntimeException e) {
        log.error("License {}: webhook {} can't be rendered", licenseId, firing.webhook().id(), e);
      }
    }
  }

  private static OutboxEntry entry(LicenseId licenseId, long seq, Firing firing, String body) {
    Webhook webhook = firing.webhook();
    return new OutboxEntry(
        licenseId,
        webhook.id(),
        seq,
        StorableText.of(firing.subject()),
        WebhookRow.action(webhook.action()),
        webhook.url(),
        webhook.secretKey(),
        StorableText.of(body),
        OutboxEntry.Tries.NONE);
  }

  /// These webhooks are no more.
  void drop(DroppedWebhooks webhooks) {
    dropped.add(webhooks);
  }

  /// Sets the arrays as parameters from `first` on.
  void bind(PreparedStatement prepared, int first) throws SQLException {
    var rows = new RowBlock(COLUMNS);
    for (OutboxEntry entry : entries) {
      rows.add(
          entry.licenseId().value(),
          entry.webhookId().value(),
          entry.seq(),
          entry.subject(),
          entry.action(),
          entry.url(),
          entry.secretKey(),
          entry.body());
    }
    rows.bind(prepared, first);
  }

  /// Tells of what was committed: everything but that of some licenses.
  void tell(OutboxListener listener, Set<LicenseId> except) {
    if (!entries.isEmpty()) {
      listener.committed(
          except.isEmpty()
              ? entries
              : entries.stream().filter(entry -> !except.contains(entry.licenseId())).toList());
    }
    if (!dropped.isEmpty()) {
      listener.dropped(
          dropped.stream().filter(webhooks -> !except.contains(webhooks.licenseId())).toList());
    }
  }
}
