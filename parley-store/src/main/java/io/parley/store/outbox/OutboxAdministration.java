package io.parley.store.outbox;

import io.parley.core.license.LicenseId;
import io.parley.core.webhook.Webhook;
import io.parley.core.webhook.WebhookId;
import io.parley.store.row.Columns;
import io.parley.store.row.WebhookRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// What an operator sees of webhooks, and does with what was given up; beside the server, which
/// takes up within seconds what is to be sent again. Blocks.
public final class OutboxAdministration {
  private final Jdbi jdbi;

  /// Over a database with the schema.
  public OutboxAdministration(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// A registered webhook.
  ///
  /// @param pending how much it has to send
  /// @param parked how much of it was given up
  public record Standing(Webhook webhook, long pending, long parked) {}

  /// How much a webhook has to send.
  ///
  /// @param pending what is to be sent
  /// @param parked what was given up
  public record Counts(long pending, long parked) {
    /// Nothing.
    public static final Counts NONE = new Counts(0, 0);
  }

  /// Something that was given up.
  ///
  /// @param action the kind of the webhook, in the store's spelling
  /// @param failure what happened at the last try, in a few words
  public record Parked(
      OutboxEntry.Key key,
      String action,
      String url,
      int tries,
      Instant createdAt,
      Instant parkedAt,
      String failure) {}

  /// Which of what was given up is meant.
  public sealed interface Selection {
    /// One delivery.
    record One(WebhookId webhookId, long seq) implements Selection {}

    /// All of a webhook.
    record OfWebhook(WebhookId webhookId) implements Selection {}

    /// All of the license.
    record All() implements Selection {}
  }

  /// The webhooks of a license and its bots, in the order in which they were registered.
  public List<Standing> webhooks(LicenseId licenseId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select "
                        + WebhookRow.COLUMNS
                        + """
                        ,
                          count(d.seq) filter (where d.parked_at is null) as pending,
                          count(d.seq) filter (where d.parked_at is not null) as parked
                        from webhook w
                        left join webhook_delivery d
                          on d.license_id = w.license_id and d.webhook_id = w.id
                        where w.license_id = :license
                        group by w.license_id, w.id
                        order by w.position
                        """)
                .bind("license", licenseId.value())
                .map(
                    (row, _) ->
                        new Standing(
                            WebhookRow.read(row), row.getLong("pending"), row.getLong("parked")))
                .list());
  }

  /// How much the webhooks of a license have to send; those that have nothing are left out.
  public Map<WebhookId, Counts> counts(LicenseId licenseId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select webhook_id,
                      count(*) filter (where parked_at is null) as pending,
                      count(*) filter (where parked_at is not null) as parked
                    from webhook_delivery
                    where license_id = :license
                    group by webhook_id
                    """)
                .bind("license", licenseId.value())
                .reduceRows(
                    new HashMap<>(),
                    (counts, row) -> {
                      counts.put(
                          new WebhookId(row.getColumn("webhook_id", String.class)),
                          new Counts(
                              row.getColumn("pending", Long.class),
                              row.getColumn("parked", Long.class)));
                      return counts;
                    }));
  }

  /// What was given up, the oldest first.
  public List<Parked> parked(LicenseId licenseId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select webhook_id, seq, action, url, tries, created_at, parked_at, failure
                    from webhook_delivery
                    where license_id = :license and parked_at is not null and not released
                    order by seq, webhook_id
                    """)
                .bind("license", licenseId.value())
                .map(
                    (row, _) ->
                        new Parked(
                            new OutboxEntry.Key(
                                licenseId,
                                new WebhookId(row.getString("webhook_id")),
                                row.getLong("seq")),
                            row.getString("action"),
                            row.getString("url"),
                            row.getInt("tries"),
                            Columns.instant(row, "created_at"),
                            Columns.instant(row, "parked_at"),
                            String.valueOf(row.getString("failure"))))
                .list());
  }

  /// Lets what was given up be sent again.
  ///
  /// @return how much that is
  public int retry(LicenseId licenseId, Selection selection) {
    return execute("update webhook_delivery set released = true", licenseId, selection);
  }

  /// Forgets what was given up.
  ///
  /// @return how much that is
  public int drop(LicenseId licenseId, Selection selection) {
    return execute("delete from webhook_delivery", licenseId, selection);
  }

  private int execute(String what, LicenseId licenseId, Selection selection) {
    String condition =
        switch (selection) {
          case Selection.One _ -> " and webhook_id = :webhook and seq = :seq";
          case Selection.OfWebhook _ -> " and webhook_id = :webhook";
          case Selection.All() -> "";
        };
    return jdbi.withHandle(
        handle -> {
          var update =
              handle.createUpdate(
                  what
                      + " where license_id = :license and parked_at is not null and not released"
                      + condition);
          update.bind("license", licenseId.value());
          bind(update, selection);
          return update.execute();
        });
  }

  private static void bind(SqlStatement<?> statement, Selection selection) {
    switch (selection) {
      case Selection.One(WebhookId webhookId, long seq) ->
          statement.bind("webhook", webhookId.value()).bind("seq", seq);
      case Selection.OfWebhook(WebhookId webhookId) -> statement.bind("webhook", webhookId.value());
      case Selection.All() -> {}
    }
  }
}
