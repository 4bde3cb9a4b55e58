package io.parley.core.webhook;

import io.parley.core.Change;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The webhooks of a license and of its bots. Immutable: each change makes another.
public final class Webhooks {
  /// None.
  public static final Webhooks NONE = new Webhooks(new LinkedHashMap<>());

  private final Map<WebhookId, Webhook> webhooksById;
  private final Map<WebhookAction, List<Webhook>> byAction = new EnumMap<>(WebhookAction.class);

  private Webhooks(Map<WebhookId, Webhook> webhooksById) {
    this.webhooksById = webhooksById;
    for (Webhook webhook : webhooksById.values()) {
      byAction.computeIfAbsent(webhook.action(), _ -> new ArrayList<>(1)).add(webhook);
    }
  }

  /// These, in their order.
  public static Webhooks of(Collection<Webhook> webhooks) {
    var byId = new LinkedHashMap<WebhookId, Webhook>();
    webhooks.forEach(webhook -> byId.put(webhook.id(), webhook));
    return new Webhooks(byId);
  }

  /// Those of the license, in the order in which they were registered; without those of bots.
  public List<Webhook> ofLicense() {
    return webhooksById.values().stream().filter(webhook -> webhook.botId() == null).toList();
  }

  /// One of the license, or null; those of bots are not found.
  public @Nullable Webhook ofLicenseOrNull(WebhookId webhookId) {
    Webhook webhook = webhooksById.get(webhookId);
    return webhook == null || webhook.botId() != null ? null : webhook;
  }

  /// Those of a bot, in the order in which they were given.
  public List<Webhook> of(AgentId botId) {
    return webhooksById.values().stream().filter(webhook -> botId.equals(webhook.botId())).toList();
  }

  /// These and another.
  Webhooks with(Webhook webhook) {
    var more = new LinkedHashMap<>(webhooksById);
    more.put(webhook.id(), webhook);
    return new Webhooks(more);
  }

  /// These without one.
  Webhooks without(WebhookId webhookId) {
    var rest = new LinkedHashMap<>(webhooksById);
    rest.remove(webhookId);
    return new Webhooks(rest);
  }

  /// These with others for a bot.
  Webhooks with(AgentId botId, List<Webhook> webhooks) {
    var others = new LinkedHashMap<>(webhooksById);
    others.values().removeIf(webhook -> botId.equals(webhook.botId()));
    webhooks.forEach(webhook -> others.put(webhook.id(), webhook));
    return new Webhooks(others);
  }

  /// These after a change.
  public Webhooks apply(WebhookChange change) {
    return switch (change) {
      case WebhookRegistered(Webhook webhook) -> with(webhook);
      case WebhookUnregistered(WebhookId webhookId) -> without(webhookId);
      case BotWebhooksSet(AgentId botId, List<Webhook> webhooks) -> with(botId, webhooks);
    };
  }

  /// What a change that was just applied fires, in the order of the registrations.
  public List<Firing> firedBy(Change change, License license) {
    if (byAction.isEmpty()) {
      return List.of();
    }
    List<Firing> firings = List.of();
    for (WebhookAction action : Occasion.actionsOf(change)) {
      List<Webhook> webhooks = byAction.get(action);
      if (webhooks != null) {
        firings = fired(webhooks, Occasion.of(license, change), license, firings);
      }
    }
    return firings;
  }

  private static List<Firing> fired(
      List<Webhook> webhooks, Occasion occasion, License license, List<Firing> before) {
    var firings = new ArrayList<>(before);
    for (Webhook webhook : webhooks) {
      if (isAwake(webhook, license) && webhook.filters().hold(occasion, webhook.ownerClientId())) {
        firings.add(new Firing(webhook, occasion.subject(), occasion.chat(), license.view()));
      }
    }
    return firings;
  }

  /// A bot that is offline is told nothing.
  private static boolean isAwake(Webhook webhook, License license) {
    AgentId botId = webhook.botId();
    return botId == null || license.routingStatusOf(botId) != RoutingStatus.OFFLINE;
  }
}
