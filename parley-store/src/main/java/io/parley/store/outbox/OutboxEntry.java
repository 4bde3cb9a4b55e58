package io.parley.store.outbox;

import io.parley.core.license.LicenseId;
import io.parley.core.webhook.WebhookId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that a webhook has to send.
///
/// @param seq the number of the change that fired it; larger ones of a webhook came later
/// @param subject what it is about: entries of one webhook about one subject are sent in order
/// @param action the kind of the webhook, in the store's spelling
/// @param secretKey what the body is signed with
/// @param state how often it was tried
public record OutboxEntry(
    LicenseId licenseId,
    WebhookId webhookId,
    long seq,
    String subject,
    String action,
    String url,
    String secretKey,
    String body,
    Tries state) {

  /// How sending went so far.
  ///
  /// @param nextAt when it is tried again; null: at once
  /// @param failingSince when its failures, or those before it in its order, began
  public record Tries(int count, @Nullable Instant nextAt, @Nullable Instant failingSince) {
    /// Not tried yet.
    public static final Tries NONE = new Tries(0, null, null);
  }

  /// The key of an entry.
  public record Key(LicenseId licenseId, WebhookId webhookId, long seq) {
    /// As receivers see it: the same however often it is sent.
    @Override
    public String toString() {
      return licenseId + "-" + webhookId + "-" + seq;
    }
  }

  /// The key.
  public Key key() {
    return new Key(licenseId, webhookId, seq);
  }

  /// The same after another try.
  public OutboxEntry with(Tries other) {
    return new OutboxEntry(licenseId, webhookId, seq, subject, action, url, secretKey, body, other);
  }
}
