package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.user.AgentId;
import io.parley.core.webhook.BotWebhooks;
import io.parley.core.webhook.ListWebhooks;
import io.parley.core.webhook.RegisterWebhook;
import io.parley.core.webhook.UnregisterWebhook;
import io.parley.core.webhook.WebhookAction;
import io.parley.core.webhook.WebhookExtra;
import io.parley.core.webhook.WebhookFilters;
import io.parley.core.webhook.WebhookFilters.AgentMatch;
import io.parley.core.webhook.WebhookFilters.Author;
import io.parley.core.webhook.WebhookId;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.method.Call;
import io.parley.protocol.webhook.WebhookTable;
import io.parley.protocol.webhook.WebhookTable.Filter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the requests about webhooks, and the webhooks of bots.
public final class WebhookDecoder {
  private static final int MAX_URL = 2048;
  private static final int MAX_TRIGGERS = 100;
  private static final int HIGHEST_PORT = 65_535;
  private static final Map<String, Author> AUTHORS =
      Map.of("agent", Author.AGENT, "customer", Author.CUSTOMER);
  private static final Map<String, WebhookExtra> EXTRAS = extras();

  private WebhookDecoder() {}

  private static Map<String, WebhookExtra> extras() {
    var extras = new HashMap<String, WebhookExtra>();
    for (WebhookExtra extra : WebhookExtra.values()) {
      extras.put(WebhookTable.nameOf(extra), extra);
    }
    return Map.copyOf(extras);
  }

  /// Register Webhook.
  public static Command register(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    WebhookAction action = request.choice("action", WebhookTable.actionsByName());
    return new RegisterWebhook(
        ChatDecoder.agent(call),
        call.version().number(),
        action,
        url(request),
        request.text("secret_key", Text.SECRET),
        request.filledTextOrNull("description", Text.LABEL),
        filters(request, action),
        additional(request, action));
  }

  /// Unregister Webhook.
  public static Command unregister(ObjectNode payload, Call call) {
    return new UnregisterWebhook(
        ChatDecoder.agent(call), new WebhookId(Fields.of(payload).text("webhook_id", Text.ID)));
  }

  /// Get Webhooks Config.
  public static Command list(ObjectNode payload, Call call) {
    return new ListWebhooks(ChatDecoder.agent(call));
  }

  /// The webhooks of a bot, in the member `webhooks` of a request about it; null if it is absent.
  static @Nullable BotWebhooks ofBot(Fields request, ApiVersion version) {
    Fields webhooks = request.objectOrNull("webhooks");
    if (webhooks == null) {
      return null;
    }
    if (!webhooks.has("actions")) {
      throw webhooks.invalid("actions", "is required");
    }
    var triggers = new ArrayList<BotWebhooks.Trigger>();
    for (Fields trigger : webhooks.objects("actions", MAX_TRIGGERS)) {
      WebhookAction action = trigger.choice("name", WebhookTable.actionsByName());
      triggers.add(
          new BotWebhooks.Trigger(action, filters(trigger, action), additional(trigger, action)));
    }
    return new BotWebhooks(
        version.number(), url(webhooks), webhooks.text("secret_key", Text.SECRET), triggers);
  }

  private static String url(Fields of) {
    String url = of.text("url", Text.ADDRESS);
    String problem = problem(url);
    if (problem != null) {
      throw of.invalid("url", problem);
    }
    return url;
  }

  private static @Nullable String problem(String url) {
    if (url.length() > MAX_URL) {
      return "must be at most " + MAX_URL + " characters long";
    }
    try {
      var uri = new URI(url);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (!scheme.equals("http") && !scheme.equals("https")) {
        return "must be an address of http or https";
      }
      if (uri.getHost() == null || uri.getPort() > HIGHEST_PORT || uri.getPort() == 0) {
        return "must name a host, and a port if it is not the usual one";
      }
      return uri.getRawUserInfo() == null ? null : "must not hold a user's name or password";
    } catch (URISyntaxException _) {
      return "is no well-formed address";
    }
  }

  private static WebhookFilters filters(Fields of, WebhookAction action) {
    Fields filters = of.objectOrNull("filters");
    if (filters == null) {
      return WebhookFilters.NONE;
    }
    WebhookTable.Row row = WebhookTable.of(action);
    for (Filter filter : Filter.values()) {
      if (filters.has(filter.wireName()) && !row.filters().contains(filter)) {
        throw filters.invalid(filter.wireName(), "is not allowed for `" + row.name() + "`");
      }
    }
    refuseUnknown(filters);
    return new WebhookFilters(
        filters.choiceOrNull(Filter.AUTHOR_TYPE.wireName(), AUTHORS),
        filters.flagOrFalse(Filter.ONLY_MY_CHATS.wireName()),
        agents(filters),
        ChatFilterDecoder.conditions(filters, Filter.PROPERTIES_OF_CHAT.wireName()));
  }

  /// A filter that nobody knows would let everything through.
  private static void refuseUnknown(Fields filters) {
    for (var member : filters.node().properties()) {
      boolean known = false;
      for (Filter filter : Filter.values()) {
        known |= filter.wireName().equals(member.getKey());
      }
      if (!known) {
        throw filters.invalid("holds a filter that there is not");
      }
    }
  }

  private static @Nullable AgentMatch agents(Fields filters) {
    String agentIds = Filter.AGENT_IDS.wireName();
    Fields members = filters.objectOrNull(Filter.CHAT_MEMBER_IDS.wireName());
    if (members == null) {
      return filters.has(agentIds) ? new AgentMatch.AnyOf(some(filters, agentIds)) : null;
    }
    if (filters.has(agentIds)) {
      throw filters.invalid("must have only one of agent_ids, chat_member_ids");
    }
    boolean any = members.has("agents_any");
    if (any == members.has("agents_exclude")) {
      throw members.invalid("must have exactly one of agents_any, agents_exclude");
    }
    return any
        ? new AgentMatch.AnyOf(some(members, "agents_any"))
        : new AgentMatch.NoneOf(some(members, "agents_exclude"));
  }

  private static List<AgentId> some(Fields of, String member) {
    List<AgentId> ids = Ids.agents(of, member);
    if (ids.isEmpty()) {
      throw of.invalid(member, "must not be empty");
    }
    return ids;
  }

  private static List<WebhookExtra> additional(Fields of, WebhookAction action) {
    List<String> names = of.textsOrNull("additional_data", EXTRAS.size() * 2, Text.NAME);
    if (names == null) {
      return List.of();
    }
    WebhookTable.Row row = WebhookTable.of(action);
    var extras = new ArrayList<WebhookExtra>();
    for (String name : names) {
      WebhookExtra extra = EXTRAS.get(name);
      if (extra == null) {
        throw of.invalid(
            "additional_data",
            "must hold some of " + String.join(", ", EXTRAS.keySet().stream().sorted().toList()));
      }
      if (!row.extras().contains(extra)) {
        throw of.invalid(
            "additional_data", "`" + name + "` is not allowed for `" + row.name() + "`");
      }
      if (!extras.contains(extra)) {
        extras.add(extra);
      }
    }
    return extras;
  }
}
