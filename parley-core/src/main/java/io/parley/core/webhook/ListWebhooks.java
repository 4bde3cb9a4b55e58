package io.parley.core.webhook;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import io.parley.core.user.Reach;

/// Asks for the webhooks of the license: those of the caller's application, or all if the caller's
/// reach is [Reach#ALL]; in the order in which they were registered.
public record ListWebhooks(Caller.ByAgent caller) implements Command {
  @Override
  public Decision decide(License license, Context context) {
    String owner = caller.owner();
    return Decision.accepted(
        new Result.WebhooksListed(
            license.webhooks().ofLicense().stream()
                .filter(
                    webhook -> caller.reach() == Reach.ALL || webhook.ownerClientId().equals(owner))
                .toList(),
            owner));
  }
}
