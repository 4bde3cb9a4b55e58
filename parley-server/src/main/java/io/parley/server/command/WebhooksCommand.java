package io.parley.server.command;

import static io.parley.server.command.AdministrationCommand.flag;
import static io.parley.server.command.AdministrationCommand.optionalOperand;
import static io.parley.server.command.AdministrationCommand.text;

import io.parley.core.user.AgentId;
import io.parley.core.webhook.Webhook;
import io.parley.core.webhook.WebhookAction;
import io.parley.core.webhook.WebhookId;
import io.parley.protocol.webhook.WebhookTable;
import io.parley.server.command.AdministrationCommand.Words;
import io.parley.server.composition.Administration;
import io.parley.store.outbox.OutboxAdministration.Parked;
import io.parley.store.outbox.OutboxAdministration.Selection;
import io.parley.store.outbox.OutboxAdministration.Standing;
import java.io.PrintStream;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/// `parley webhooks`: which there are, what they could not deliver, and what becomes of that.
final class WebhooksCommand {
  private static final String ALL = "--all";
  private static final String WEBHOOK = "--webhook";
  private static final Pattern DELIVERY = Pattern.compile("\\d+-(.+)-(\\d+)");

  private WebhooksCommand() {}

  static CommandSpec spec(AdministrationCommand frame, CommandSpec webhooks) {
    webhooks
        .usageMessage()
        .description("Lists webhooks, and retries or drops what could not be delivered.");
    webhooks.addSubcommand(
        "list",
        frame.spec(
            "Lists the webhooks of a license, how much each has to send, and what was given up.",
            WebhooksCommand::list));
    webhooks.addSubcommand(
        "retry",
        selecting(
            frame.spec(
                "Sends again what was given up; a server that runs does it within seconds.",
                WebhooksCommand::retry)));
    webhooks.addSubcommand(
        "drop", selecting(frame.spec("Forgets what was given up.", WebhooksCommand::drop)));
    return webhooks;
  }

  private static CommandSpec selecting(CommandSpec command) {
    return command
        .addPositional(optionalOperand("DELIVERY", "one delivery, as the list calls it"))
        .addOption(text(WEBHOOK, "ID", "all deliveries of a webhook").build())
        .addOption(flag(ALL, "all deliveries of the license"));
  }

  private static void list(Words words, Administration administration, PrintStream out) {
    for (Standing standing : administration.webhooks().webhooks(words.license())) {
      Webhook webhook = standing.webhook();
      AgentId botId = webhook.botId();
      out.printf(
          "webhook  %s  %s  %s  %s  pending %d  parked %d%n",
          webhook.id(),
          WebhookTable.of(webhook.action()).name(),
          webhook.url(),
          botId == null ? "of " + webhook.ownerClientId() : "of the bot " + botId,
          standing.pending(),
          standing.parked());
    }
    for (Parked parked : administration.webhooks().parked(words.license())) {
      out.printf(
          "parked   %s  %s  %s  made %s  parked %s  tries %d  %s%n",
          parked.key(),
          WebhookTable.of(WebhookAction.valueOf(parked.action().toUpperCase(Locale.ROOT))).name(),
          parked.url(),
          parked.createdAt(),
          parked.parkedAt(),
          parked.tries(),
          parked.failure());
    }
  }

  private static void retry(Words words, Administration administration, PrintStream out) {
    int count = administration.webhooks().retry(words.license(), selection(words));
    out.printf("%d to be sent again%n", found(count));
  }

  private static void drop(Words words, Administration administration, PrintStream out) {
    out.printf(
        "%d dropped%n", found(administration.webhooks().drop(words.license(), selection(words))));
  }

  private static int found(int count) {
    if (count == 0) {
      throw new NotDone("nothing of that is parked");
    }
    return count;
  }

  private static Selection selection(Words words) {
    if (words.has(ALL)) {
      return new Selection.All();
    }
    if (words.has(WEBHOOK)) {
      return new Selection.OfWebhook(new WebhookId(words.text(WEBHOOK)));
    }
    Matcher delivery = DELIVERY.matcher(words.operand());
    if (!delivery.matches()) {
      throw new NotDone("say which: DELIVERY as the list calls it, --webhook ID or --all");
    }
    return new Selection.One(new WebhookId(delivery.group(1)), Long.parseLong(delivery.group(2)));
  }
}
