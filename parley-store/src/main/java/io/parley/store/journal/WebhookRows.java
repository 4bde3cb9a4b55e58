package io.parley.store.journal;

import static io.parley.store.journal.RowStatement.column;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.core.webhook.BotWebhooksSet;
import io.parley.core.webhook.Webhook;
import io.parley.core.webhook.WebhookChange;
import io.parley.core.webhook.WebhookId;
import io.parley.core.webhook.WebhookRegistered;
import io.parley.core.webhook.WebhookUnregistered;
import io.parley.store.codec.StorableText;
import io.parley.store.codec.WebhookCodec;
import io.parley.store.journal.RowStatement.Kind;
import io.parley.store.outbox.DroppedWebhooks;
import io.parley.store.row.WebhookRow;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a group does to webhooks.
final class WebhookRows {
  private static final RowStatement PUT =
      RowStatement.of(
          """
          insert into webhook (
            license_id, id, position, bot_id, api_version, owner_client_id, action, url, secret_key,
            description, filters, extras)
          select * from {rows}
          on conflict (license_id, id) do nothing
          """,
          column("license_id", Kind.LONG),
          column("id", Kind.TEXT),
          column("position", Kind.LONG),
          column("bot_id", Kind.TEXT),
          column("api_version", Kind.TEXT),
          column("owner_client_id", Kind.TEXT),
          column("action", Kind.TEXT),
          column("url", Kind.TEXT),
          column("secret_key", Kind.TEXT),
          column("description", Kind.TEXT),
          column("filters", Kind.JSON),
          column("extras", Kind.TEXTS));

  private static final RowStatement DELETE =
      RowStatement.of(
          """
          delete from webhook w using {rows}
          where w.license_id = r.license_id and w.id = r.id
          """,
          column("license_id", Kind.LONG),
          column("id", Kind.TEXT));

  private static final RowStatement DELETE_OF_BOT =
      RowStatement.of(
          """
          delete from webhook w using {rows}
          where w.license_id = r.license_id and w.bot_id = r.bot_id
          """,
          column("license_id", Kind.LONG),
          column("bot_id", Kind.TEXT));

  private static final RowStatement DROP =
      RowStatement.of(
          """
          delete from webhook_delivery d using {rows}
          where d.license_id = r.license_id and d.webhook_id = r.id
          """,
          column("license_id", Kind.LONG),
          column("id", Kind.TEXT));

  /// The webhooks of a bot are named after it.
  private static final RowStatement DROP_OF_BOT =
      RowStatement.of(
          """
          delete from webhook_delivery d using {rows}
          where d.license_id = r.license_id
            and d.webhook_id > r.bot_id || '-' and d.webhook_id < r.bot_id || '.'
          """,
          column("license_id", Kind.LONG),
          column("bot_id", Kind.TEXT));

  private static final int AT_ONCE = 1_000;

  private record Key(LicenseId licenseId, WebhookId webhookId) {}

  private record BotKey(LicenseId licenseId, AgentId botId) {}

  private record Placed(Webhook webhook, long position) {}

  private final Map<Key, Placed> put = new LinkedHashMap<>();
  private final Set<Key> deleted = new LinkedHashSet<>();
  private final Set<BotKey> emptied = new LinkedHashSet<>();
  private final Set<BotKey> silenced = new LinkedHashSet<>();
  private final OutboxRows outbox;

  WebhookRows(OutboxRows outbox) {
    this.outbox = outbox;
  }

  boolean isEmpty() {
    return put.isEmpty() && deleted.isEmpty() && emptied.isEmpty();
  }

  void add(LicenseId licenseId, long seq, WebhookChange change) {
    switch (change) {
      case WebhookRegistered(Webhook webhook) -> put(licenseId, webhook, seq, 0);
      case WebhookUnregistered(WebhookId webhookId) -> {
        var key = new Key(licenseId, webhookId);
        put.remove(key);
        deleted.add(key);
        outbox.drop(new DroppedWebhooks.One(licenseId, webhookId));
      }
      case BotWebhooksSet(AgentId botId, List<Webhook> webhooks) -> {
        var key = new BotKey(licenseId, botId);
        put.values().removeIf(placed -> botId.equals(placed.webhook().botId()));
        emptied.add(key);
        if (webhooks.isEmpty()) {
          silenced.add(key);
          outbox.drop(new DroppedWebhooks.OfBot(licenseId, botId));
        }
        for (int i = 0; i < webhooks.size(); i++) {
          put(licenseId, webhooks.get(i), seq, i);
        }
      }
    }
  }

  private void put(LicenseId licenseId, Webhook webhook, long seq, int index) {
    put.put(new Key(licenseId, webhook.id()), new Placed(webhook, seq * AT_ONCE + index));
  }

  void writeTo(Statements statements) throws SQLException {
    delete(statements, DELETE);
    delete(statements, DROP);
    delete(statements, DELETE_OF_BOT, emptied);
    delete(statements, DROP_OF_BOT, silenced);
    var rows = new RowBlock(PUT);
    put.forEach((key, placed) -> add(rows, key, placed));
    rows.writeTo(statements);
  }

  private void delete(Statements statements, RowStatement statement) throws SQLException {
    var rows = new RowBlock(statement);
    deleted.forEach(key -> rows.add(key.licenseId().value(), key.webhookId().value()));
    rows.writeTo(statements);
  }

  private static void delete(Statements statements, RowStatement statement, Set<BotKey> bots)
      throws SQLException {
    var rows = new RowBlock(statement);
    bots.forEach(key -> rows.add(key.licenseId().value(), key.botId().value()));
    rows.writeTo(statements);
  }

  private static void add(RowBlock rows, Key key, Placed placed) {
    Webhook webhook = placed.webhook();
    AgentId botId = webhook.botId();
    rows.add(
        key.licenseId().value(),
        webhook.id().value(),
        placed.position(),
        botId == null ? null : botId.value(),
        webhook.apiVersion(),
        StorableText.of(webhook.ownerClientId()),
        WebhookRow.action(webhook.action()),
        StorableText.of(webhook.url()),
        StorableText.of(webhook.secretKey()),
        storable(webhook.description()),
        WebhookCodec.encode(webhook.filters()),
        ArrayText.of(webhook.extras().stream().map(WebhookRow::extra).toList()));
  }

  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : StorableText.of(text);
  }
}
