package io.parley.store.journal;

import io.parley.core.Change;
import io.parley.core.agent.AgentChange;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.customer.CustomerChange;
import io.parley.core.customer.GoalReached;
import io.parley.core.license.LicenseChange;
import io.parley.core.license.LicenseId;
import io.parley.core.webhook.WebhookChange;
import io.parley.runtime.Committed;
import io.parley.runtime.Journal.Batch;
import io.parley.store.outbox.WebhookBodies;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a group of batches means in rows: the projection of changes to tables. A row that several
/// changes touch is written once.
final class Rows {

  private final Map<LicenseId, Tenure> tenures = new HashMap<>();
  private final EventRows events = new EventRows();
  private final ChatRows chats = new ChatRows(events);
  private final FileRows files = new FileRows();
  private final CustomerRows customers = new CustomerRows();
  private final GoalRows goals = new GoalRows();
  private final DeletionRows deletions = new DeletionRows();
  private final ProfileRows profiles = new ProfileRows(deletions);
  private final OutboxRows outbox;
  private final WebhookRows webhooks;

  private Rows(WebhookBodies bodies) {
    this.outbox = new OutboxRows(bodies);
    this.webhooks = new WebhookRows(outbox);
  }

  /// The batches must not hold two epochs of one license.
  static Rows of(List<Batch> batches, ActiveThreads activeThreads, WebhookBodies bodies) {
    var rows = new Rows(bodies);
    for (Batch batch : batches) {
      rows.tenures.put(batch.licenseId(), new Tenure(batch.epoch(), batch.lastSeq()));
      Set<ThreadId> active = activeThreads.of(batch.licenseId(), batch.epoch());
      for (Committed committed : batch.changes()) {
        rows.add(batch.licenseId(), committed.seq(), committed.change(), active);
        if (!committed.firings().isEmpty()) {
          rows.outbox.add(batch.licenseId(), committed);
        }
      }
    }
    return rows;
  }

  private void add(LicenseId licenseId, long seq, Change change, Set<ThreadId> active) {
    switch (change) {
      case ChatChange chatChange -> {
        chats.add(licenseId, seq, chatChange, active);
        if (chatChange instanceof EventAdded added) {
          files.add(licenseId, added.event());
        }
        if (chatChange instanceof ThreadStarted started) {
          started.initialEvents().forEach(event -> files.add(licenseId, event));
        }
        if (chatChange instanceof ThreadStarted started && started.customer() != null) {
          customers.add(licenseId, started.customer());
        }
        if (chatChange instanceof UserAddedToChat added && added.customer() != null) {
          customers.add(licenseId, added.customer());
        }
      }
      case GoalReached reached -> goals.add(licenseId, reached);
      case CustomerChange customerChange -> customers.add(licenseId, customerChange);
      case AgentChange agentChange -> profiles.add(licenseId, seq, agentChange);
      case WebhookChange webhookChange -> webhooks.add(licenseId, seq, webhookChange);
      case LicenseChange licenseChange -> profiles.add(licenseId, licenseChange);
    }
  }

  /// The licenses that are written for, each under one epoch.
  Map<LicenseId, Tenure> tenures() {
    return tenures;
  }

  /// True if a single statement writes all of it.
  boolean areEventsOnly() {
    return chats.isEmpty()
        && files.isEmpty()
        && customers.isEmpty()
        && goals.isEmpty()
        && profiles.isEmpty()
        && deletions.isEmpty()
        && webhooks.isEmpty();
  }

  /// Writes the events, provided that the epochs are right, and says which licenses belong to
  /// somebody else now: nothing is written for them.
  Set<LicenseId> fenceAndWriteEvents(Statements statements) throws SQLException {
    return events.writeTo(statements, tenures, outbox);
  }

  /// What the group's webhooks have to send: written together with the events.
  OutboxRows outbox() {
    return outbox;
  }

  /// Writes everything else.
  void writeTheRest(Statements statements) throws SQLException {
    deletions.writeAgentsTo(statements);
    profiles.writeTo(statements);
    customers.writeTo(statements);
    chats.writeTo(statements);
    goals.writeTo(statements);
    files.writeTo(statements);
    deletions.writeGroupsTo(statements);
    webhooks.writeTo(statements);
  }
}
