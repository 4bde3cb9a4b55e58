package io.parley.core.webhook;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Registers a webhook for the license, owned by the application of the caller's token; by the
/// agent if the token belongs to no application.
public record RegisterWebhook(
    Caller.ByAgent caller,
    String apiVersion,
    WebhookAction action,
    String url,
    String secretKey,
    @Nullable String description,
    WebhookFilters filters,
    List<WebhookExtra> extras)
    implements Command {
  /// How many webhooks a license may have, without those of bots.
  public static final int LIMIT = 500;

  /// Makes the list unmodifiable.
  public RegisterWebhook {
    extras = List.copyOf(extras);
  }

  @Override
  public Decision decide(License license, Context context) {
    if (license.agentOrNull(caller.id()) == null) {
      return Decision.rejected(new Rejection.RequesterUnknown(caller.id()));
    }
    if (license.webhooks().ofLicense().size() >= LIMIT) {
      return Decision.rejected(
          new Rejection.LimitReached("The license has its " + LIMIT + " webhooks"));
    }
    var webhook =
        new Webhook(
            new WebhookId(context.nextUuid().replace("-", "")),
            apiVersion,
            caller.owner(),
            null,
            action,
            url,
            secretKey,
            description,
            filters,
            extras);
    return Decision.accepted(
        new Result.WebhookRegistered(webhook.id()), new WebhookRegistered(webhook));
  }
}
