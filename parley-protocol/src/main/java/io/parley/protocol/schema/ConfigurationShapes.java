package io.parley.protocol.schema;

import static io.parley.protocol.schema.Member.optional;
import static io.parley.protocol.schema.Member.required;

import io.parley.core.agent.Preferences.EmailSubscription;
import io.parley.core.agent.Preferences.Notification;
import io.parley.protocol.request.Text;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;

/// Agents, bots and groups as they are configured.
final class ConfigurationShapes {
  static final int MAX_LISTED = 1000;

  /// An id of a bot, for examples.
  static final String BOT = "5c9871d5372c824cbf22d860a707a578";

  private static final int MAX_CHATS_OF_AGENT = 100;
  private static final int MAX_CHATS_OF_BOT = 500;
  private static final int MAX_AGENTS = 10_000;
  private static final int MAX_GROUP_NAME = 180;
  private static final Shape.OfText PRIORITY =
      Shape.choice("normal", "first", "last", "supervisor");
  private static final Shape.OfText STATUS =
      Shape.choice("accepting chats", "not accepting chats", "offline");
  private static final Shape.OfText PERSON =
      Shape.text(Text.PERSON).sized(1, Text.PERSON.max()).like("Agent Smith");
  private static final Shape.OfText TIME_OF_DAY =
      Shape.text(Text.NAME).of("^([01][0-9]|2[0-3]):[0-5][0-9]$", null, "08:30");
  private static final Shape.OfList NOTIFICATIONS = chosen(Notification.values());
  private static final Shape.OfList SUBSCRIPTIONS = chosen(EmailSubscription.values());

  private static final Member GROUPS_GIVEN =
      optional(
          "groups",
          Shape.list(
              Shape.object(
                  required("id", ValueShapes.GROUP_ID, "the group"),
                  required("priority", PRIORITY, "how early chats come")),
              MAX_LISTED),
          "the groups; all of them");
  private static final Shape.OfList GROUPS_TOLD =
      Shape.list(
          Shape.object(
              "GroupMembership",
              required("id", ValueShapes.GROUP_NUMBER, "the group"),
              required("priority", PRIORITY, "how early chats come")));

  /// What can be configured about an agent.
  static final Member[] OF_AGENT = {
    optional("name", PERSON, "the name"),
    optional("role", Shape.choice("normal", "administrator", "viceowner"), "the role"),
    optional("job_title", Shape.text(Text.PERSON).like("Support Agent"), "the job"),
    optional("avatar_path", ValueShapes.WEB_ADDRESS_OR_EMPTY, "a picture; empty for none"),
    optional(
        "max_chats_count", Shape.integer(0, MAX_CHATS_OF_AGENT).like(5), "chats at once, at most"),
    GROUPS_GIVEN,
    optional("mobile", Shape.text(Text.PERSON).like("+48 123 456 789"), "the telephone"),
    optional("notifications", NOTIFICATIONS, "what the agent is told of"),
    optional("email_subscriptions", SUBSCRIPTIONS, "what the agent gets by e-mail"),
    optional("work_scheduler", schedule(), "when the agent works")
  };

  /// An agent.
  static final Shape.OfObject AGENT =
      Shape.object(
          "ConfiguredAgent",
          required("id", ValueShapes.AGENT_ID, "the agent"),
          required("name", Shape.text().like("Agent Smith"), "the name"),
          optional("avatar_path", Shape.text().like("https://example.com/a.png"), "a picture"),
          required(
              "role", Shape.choice("normal", "administrator", "viceowner", "owner"), "the role"),
          required("login_status", STATUS, "the routing status"),
          optional("work_scheduler", schedule(), "when the agent works"),
          optional("groups", GROUPS_TOLD, "the groups"),
          optional("email_subscriptions", SUBSCRIPTIONS, "what the agent gets by e-mail"),
          optional("summaries", SUBSCRIPTIONS, "the same"),
          optional("notifications", NOTIFICATIONS, "what the agent is told of"),
          optional("job_title", Shape.text().like("Support Agent"), "the job"),
          optional("mobile", Shape.text().like("+48 123 456 789"), "the telephone"),
          optional("max_chats_count", Shape.count().like(5), "chats at once, at most"),
          optional("suspended", Shape.flag(), "whether the agent is kept from working"),
          optional("awaiting_approval", Shape.flag(), "whether the owner has to approve first"));

  /// What can be configured about a bot.
  static final Member[] OF_BOT = {
    optional("name", PERSON.like("Bot Smith"), "the name"),
    optional("status", STATUS, "the routing status"),
    optional("avatar", ValueShapes.WEB_ADDRESS_OR_EMPTY, "a picture; empty for none"),
    optional("job_title", Shape.text(Text.PERSON).like("Support Bot"), "the job"),
    optional(
        "max_chats_count", Shape.integer(0, MAX_CHATS_OF_BOT).like(5), "chats at once, at most"),
    optional("default_group_priority", PRIORITY, "how early chats come in all other groups"),
    GROUPS_GIVEN,
    optional("webhooks", WebhookShapes.OF_BOT_GIVEN, "what the bot is told; all of it")
  };

  /// A bot, in short.
  static final Shape.OfObject BOT_IN_SHORT = bot("BotInShort");

  /// A bot.
  static final Shape.OfObject BOT_DETAILS =
      bot("")
          .and(
              "Bot",
              optional("job_title", Shape.text().like("Support Bot"), "the job"),
              optional(
                  "application",
                  Shape.object(
                      required(
                          "client_id",
                          Shape.text().like("04b98ba24fc4426a0a046cf955dfd796"),
                          "the application")),
                  "whose bot it is"),
              optional(
                  "default_group_priority", PRIORITY, "how early chats come in all other groups"),
              required("max_chats_count", Shape.count().like(5), "chats at once, at most"),
              required("groups", GROUPS_TOLD, "the groups"),
              optional("webhooks", WebhookShapes.OF_BOT, "what the bot is told"));

  /// What can be configured about a group.
  static final Member[] OF_GROUP = {
    optional("name", Shape.text(Text.LABEL).sized(1, MAX_GROUP_NAME).like("Sales"), "the name"),
    optional(
        "language_code",
        Shape.text(Text.NAME).of("^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$", null, "en"),
        "the language"),
    optional(
        "agent_priorities",
        Shape.map("id of the agent", PRIORITY, MAX_AGENTS).named(Text.AGENT_ID.max()),
        "the agents; all of them")
  };

  /// A group.
  static final Shape.OfObject GROUP =
      Shape.object(
          "ConfiguredGroup",
          required("id", ValueShapes.GROUP_NUMBER, "the group"),
          required("name", Shape.text().like("Sales"), "the name"),
          required("language_code", Shape.text().like("en"), "the language"),
          optional("agent_priorities", Shape.map("id of the agent", PRIORITY), "the agents"),
          optional(
              "routing_status",
              Shape.choice("online", "offline", "online_for_queue"),
              "whether it can take chats"));

  private ConfigurationShapes() {}

  /// Some of these, by their names.
  static Shape.OfList chosen(Enum<?>... values) {
    String[] names = Arrays.stream(values).map(ConfigurationShapes::nameOf).toArray(String[]::new);
    return Shape.list(Shape.choice(names), MAX_LISTED);
  }

  private static String nameOf(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Shape.OfObject bot(String name) {
    return Shape.object(
        name,
        required("id", ValueShapes.AGENT_ID.like(BOT), "the bot"),
        required("name", Shape.text().like("Bot Smith"), "the name"),
        optional("avatar", Shape.text().like("https://example.com/a.png"), "a picture"),
        required("status", STATUS, "the routing status"));
  }

  private static Shape.OfObject schedule() {
    Shape.OfObject hours =
        Shape.object(
            required("start", TIME_OF_DAY, "from when"),
            required("end", TIME_OF_DAY, "until when"));
    Member[] days =
        Arrays.stream(DayOfWeek.values())
            .map(day -> optional(nameOf(day), hours, "on that day"))
            .toArray(Member[]::new);
    return Shape.object(days).where(new Rule.NothingElse());
  }
}
