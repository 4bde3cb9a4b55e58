package io.parley.protocol.schema;

import static io.parley.protocol.schema.Member.optional;
import static io.parley.protocol.schema.Member.required;

import io.parley.core.ErrorType;
import io.parley.core.agent.AgentField;
import io.parley.core.group.GroupField;
import io.parley.protocol.request.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Methods of the Configuration API.
final class ConfigurationContracts {
  private static final int MAX_DEFINITIONS = 100;
  private static final int MAX_DOMAIN = 1000;
  private static final Shape.OfInteger INTEGER =
      Shape.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
  private static final Member AGENT = required("id", ValueShapes.AGENT_ID, "the agent");
  private static final Member BOT =
      required("bot_agent_id", ValueShapes.AGENT_ID.like(ConfigurationShapes.BOT), "the bot");
  private static final Member GROUP = required("id", ValueShapes.GROUP_ID, "the group");
  private static final Member GROUP_OF_PROPERTIES =
      required("group_id", ValueShapes.GROUP_ID, "the group");
  private static final Member AGENT_FIELDS =
      optional(
          "fields",
          ConfigurationShapes.chosen(AgentField.values()),
          "what is wanted beyond the usual");
  private static final Member GROUP_FIELDS =
      optional(
          "fields",
          ConfigurationShapes.chosen(GroupField.values()),
          "what is wanted beyond the usual");

  /// Agents, bots and groups.
  static final Map<String, Contract> OF_PEOPLE =
      Map.ofEntries(
          Map.entry("create_agent", createAgent()),
          Map.entry(
              "get_agent",
              Contract.of("Answers how an agent is configured.")
                  .takes(AGENT, AGENT_FIELDS)
                  .gives(ConfigurationShapes.AGENT)),
          Map.entry("list_agents", listAgents()),
          Map.entry(
              "update_agent",
              Contract.of("Configures an agent.").takes(with(AGENT, ConfigurationShapes.OF_AGENT))),
          Map.entry("delete_agent", Contract.of("Deletes an agent.").takes(AGENT)),
          Map.entry("suspend_agent", Contract.of("Keeps an agent from working.").takes(AGENT)),
          Map.entry(
              "unsuspend_agent", Contract.of("Lets a suspended agent work again.").takes(AGENT)),
          Map.entry(
              "request_agent_unsuspension",
              Contract.of("Asks, as a suspended agent, to work again.")
                  .failsWith(ErrorType.NOT_ALLOWED)),
          Map.entry(
              "approve_agent", Contract.of("Lets an agent in who waits for it.").takes(AGENT)),
          Map.entry("create_bot_agent", createBot()),
          Map.entry("remove_bot_agent", Contract.of("Deletes a bot.").takes(BOT)),
          Map.entry("update_bot_agent", updateBot()),
          Map.entry("get_bot_agents", listBots()),
          Map.entry(
              "get_bot_agent_details",
              Contract.of("Answers how a bot is configured.")
                  .takes(BOT)
                  .gives(required("bot_agent", ConfigurationShapes.BOT_DETAILS, "the bot"))),
          Map.entry("create_group", createGroup()),
          Map.entry(
              "update_group",
              Contract.of("Configures a group.").takes(with(GROUP, ConfigurationShapes.OF_GROUP))),
          Map.entry("delete_group", Contract.of("Deletes a group.").takes(GROUP)),
          Map.entry(
              "list_groups",
              Contract.of("Lists the groups.")
                  .takes(GROUP_FIELDS)
                  .gives(Shape.list(ConfigurationShapes.GROUP))),
          Map.entry(
              "get_group",
              Contract.of("Answers how a group is configured.")
                  .takes(GROUP, GROUP_FIELDS)
                  .gives(ConfigurationShapes.GROUP)));

  /// Properties: definitions, and those of the license and of groups.
  static final Map<String, Contract> OF_PROPERTIES =
      Map.of(
          "create_properties",
          define("chat", "thread", "event"),
          "get_property_configs",
          listDefinitions("chat", "thread", "event"),
          "register_properties",
          define("chat", "thread", "event", "license", "group"),
          "list_registered_properties",
          listDefinitions("chat", "thread", "event", "license", "group"),
          "update_license_properties",
          Contract.of("Sets properties of the license.").takes(given()),
          "list_license_properties",
          Contract.of("Lists properties of the license.")
              .takes(prefixes())
              .gives(PropertyShapes.TOLD_BARE),
          "delete_license_properties",
          Contract.of("Deletes properties of the license.").takes(names()),
          "update_group_properties",
          Contract.of("Sets properties of a group.").takes(GROUP_OF_PROPERTIES, given()),
          "list_group_properties",
          Contract.of("Lists properties of a group.")
              .takes(with(GROUP_OF_PROPERTIES, prefixes()))
              .gives(PropertyShapes.TOLD_BARE),
          "delete_group_properties",
          Contract.of("Deletes properties of a group.").takes(GROUP_OF_PROPERTIES, names()));

  private ConfigurationContracts() {}

  private static Contract createAgent() {
    Member id =
        required(
            "id",
            ValueShapes.AGENT_ID.of("^[^\\s@]+@[^\\s@]+$", null, "agent1@example.com"),
            "the agent's e-mail address");
    Member approval =
        optional(
            "awaiting_approval", Shape.flag(), "whether the owner has to approve the agent first");
    return Contract.of("Makes an agent.")
        .takes(with(id, with(approval, requiring("name", ConfigurationShapes.OF_AGENT))))
        .gives(AGENT);
  }

  private static Contract listAgents() {
    Shape.OfObject filters =
        Shape.object(
            optional(
                "group_ids",
                Shape.list(ValueShapes.GROUP_ID, ConfigurationShapes.MAX_LISTED),
                "agents of one of these groups"));
    return Contract.of("Lists the agents.")
        .takes(optional("filters", filters, "which agents"), AGENT_FIELDS)
        .gives(Shape.list(ConfigurationShapes.AGENT));
  }

  private static Contract createBot() {
    return Contract.of("Makes a bot.")
        .takes(requiring("status", requiring("name", ConfigurationShapes.OF_BOT)))
        .gives(BOT)
        .failsWith(ErrorType.LIMIT_REACHED);
  }

  private static Contract updateBot() {
    Member bot = required("id", BOT.shape(), "the bot");
    return Contract.of("Configures a bot.").takes(with(bot, ConfigurationShapes.OF_BOT));
  }

  private static Contract listBots() {
    return Contract.of("Lists the bots of the application.")
        .takes(optional("all", Shape.flag(), "also those of other applications; no"))
        .gives(required("bot_agents", Shape.list(ConfigurationShapes.BOT_IN_SHORT), "the bots"));
  }

  private static Contract createGroup() {
    return Contract.of("Makes a group.")
        .takes(requiring("agent_priorities", requiring("name", ConfigurationShapes.OF_GROUP)))
        .gives(required("id", ValueShapes.GROUP_NUMBER, "the new group"))
        .failsWith(ErrorType.LIMIT_REACHED);
  }

  private static Member given() {
    return required("properties", PropertyShapes.SOME_GIVEN, "values to set");
  }

  private static Member names() {
    return required("properties", PropertyShapes.NAMES_GIVEN.filled(), "what to delete");
  }

  private static Member[] prefixes() {
    return new Member[] {
      optional(
          "namespace_prefix",
          Shape.text(Text.LABEL).like("name"),
          "namespaces that begin so; all if left out"),
      optional("name_prefix", Shape.text(Text.LABEL).like("string"), "names that begin so; all")
    };
  }

  private static Contract define(String... locations) {
    return Contract.of("Defines properties of the application.")
        .takes(
            Shape.map(
                    "name of the property",
                    definition("", PropertyShapes.BARE_VALUE, rightsGiven(), locations),
                    MAX_DEFINITIONS)
                .filled());
  }

  private static Contract listDefinitions(String... locations) {
    String name = "PropertyDefinitionOf" + locations.length + "Locations";
    return Contract.of("Lists definitions of properties.")
        .takes(optional("all", Shape.flag(), "also those of other applications; no"))
        .gives(
            Shape.map(
                "namespace",
                Shape.map(
                    "name of the property",
                    definition(name, PropertyShapes.ANY_VALUE, rights(), locations))));
  }

  private static Shape.OfObject rights() {
    Shape.OfObject rights =
        Shape.object(
            required("read", Shape.flag(), "may read it"),
            required("write", Shape.flag(), "may write it"));
    return Shape.object(
        optional("agent", rights, "what agents may do"),
        optional("customer", rights, "what customers may do"));
  }

  private static Shape.OfObject rightsGiven() {
    return rights().where(Rule.atLeastOne("agent", "customer")).where(new Rule.NothingElse());
  }

  private static Shape.OfObject definition(
      String name, Shape value, Shape access, String... locations) {
    Shape.OfObject location = Shape.object(required("access", access, "who may do what"));
    Member[] each =
        Arrays.stream(locations)
            .map(place -> optional(place, location, "on a " + place))
            .toArray(Member[]::new);
    return Shape.object(
        name,
        required(
            "type",
            Shape.choice("string", "int", "bool", "tokenized_string"),
            "the type of its values"),
        required(
            "locations",
            Shape.object(each).where(Rule.atLeastOne(locations)).where(new Rule.NothingElse()),
            "where it can be set"),
        optional("description", Shape.text(Text.LABEL).like("a property"), "what it is for"),
        optional(
            "domain", Shape.list(value, MAX_DOMAIN).filled(), "the only values that it can have"),
        optional(
            "range",
            Shape.object(
                    optional("from", INTEGER, "the smallest"),
                    optional("to", INTEGER, "the largest"))
                .where(Rule.atLeastOne("from", "to")),
            "the numbers that it can be"));
  }

  private static Member[] with(Member first, Member... others) {
    var members = new ArrayList<>(List.of(first));
    members.addAll(List.of(others));
    return members.toArray(Member[]::new);
  }

  private static Member[] requiring(String name, Member... members) {
    return Arrays.stream(members)
        .map(
            member ->
                member.name().equals(name)
                    ? required(name, member.shape(), member.meaning())
                    : member)
        .toArray(Member[]::new);
  }
}
