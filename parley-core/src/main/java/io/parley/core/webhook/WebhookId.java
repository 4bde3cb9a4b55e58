package io.parley.core.webhook;

/// Names a webhook within a license.
public record WebhookId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
