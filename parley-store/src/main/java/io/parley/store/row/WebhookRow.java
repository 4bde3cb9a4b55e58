package io.parley.store.row;

import io.parley.core.user.AgentId;
import io.parley.core.webhook.Webhook;
import io.parley.core.webhook.WebhookAction;
import io.parley.core.webhook.WebhookExtra;
import io.parley.core.webhook.WebhookId;
import io.parley.store.codec.WebhookCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;

/// A row of `webhook`, under the alias `w`.
public final class WebhookRow {
  /// The columns that [#read] reads.
  public static final String COLUMNS =
      """
      w.id, w.bot_id, w.api_version, w.owner_client_id, w.action, w.url, w.secret_key, \
      w.description, w.filters, w.extras\
      """;

  private WebhookRow() {}

  /// The webhook of the current row.
  public static Webhook read(ResultSet row) throws SQLException {
    String botId = row.getString("bot_id");
    var extras = new ArrayList<WebhookExtra>();
    for (String extra : Columns.texts(row, "extras")) {
      extras.add(WebhookExtra.valueOf(extra.toUpperCase(Locale.ROOT)));
    }
    return new Webhook(
        new WebhookId(row.getString("id")),
        row.getString("api_version"),
        row.getString("owner_client_id"),
        botId == null ? null : new AgentId(botId),
        WebhookAction.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
        row.getString("url"),
        row.getString("secret_key"),
        row.getString("description"),
        WebhookCodec.decode(row.getString("filters")),
        extras);
  }

  /// How the column says what a webhook tells of.
  public static String action(WebhookAction action) {
    return action.name().toLowerCase(Locale.ROOT);
  }

  /// How the column says what a webhook brings along.
  public static String extra(WebhookExtra extra) {
    return extra.name().toLowerCase(Locale.ROOT);
  }
}
