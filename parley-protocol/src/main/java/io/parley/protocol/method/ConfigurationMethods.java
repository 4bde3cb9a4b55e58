package io.parley.protocol.method;

import static io.parley.protocol.ApiVersion.V3_1;
import static io.parley.protocol.ApiVersion.V3_2;
import static io.parley.protocol.method.RateClass.CHANGE;
import static io.parley.protocol.method.RateClass.READ;

import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Handling.CommandDecoder;
import io.parley.protocol.method.Handling.Submit;
import io.parley.protocol.request.AgentConfigurationDecoder;
import io.parley.protocol.request.BotDecoder;
import io.parley.protocol.request.GroupConfigurationDecoder;
import io.parley.protocol.request.HeldPropertiesDecoder;
import io.parley.protocol.request.PropertyDefinitionDecoder;
import io.parley.protocol.scope.ScopeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The methods of the Configuration API, in the order of the documentation. Over HTTP alone.
///
/// Where the documentation lists several scopes, one will do, as in the chat APIs; what its notes
/// ask for further scopes is a stricter rule. Its private scopes are not asked for. What one member
/// needs beside (a role `accounts.roles.lc--all:rw`, approval `subscription.lc:rw`) the commands
/// look at.
final class ConfigurationMethods {
  private static final String SOMEBODY_ELSE = "`id` is another agent's";

  private static final List<Method> AGENTS =
      List.of(
          row(
              V3_2,
              "create_agent",
              ScopeRule.anyOf("accounts--all:rc", "accounts--all:rw"),
              CHANGE,
              AgentConfigurationDecoder::create),
          row(
              V3_2,
              "get_agent",
              ScopeRule.anyOf("agents--my:ro", "agents--all:ro")
                  .when(
                      SOMEBODY_ELSE,
                      AgentConfigurationDecoder::isAboutAnother,
                      List.of("agents--all:ro")),
              READ,
              AgentConfigurationDecoder::get),
          row(
              V3_2,
              "list_agents",
              ScopeRule.anyOf("agents--all:ro"),
              READ,
              AgentConfigurationDecoder::list),
          row(
              V3_2,
              "update_agent",
              ScopeRule.anyOf("agents--my:rw", "agents--all:rw")
                  .when(
                      SOMEBODY_ELSE,
                      AgentConfigurationDecoder::isAboutAnother,
                      List.of("agents--all:rw")),
              CHANGE,
              AgentConfigurationDecoder::update),
          row(
              V3_2,
              "delete_agent",
              ScopeRule.anyOf(
                      "agents--my:rw", "accounts--my:rw", "agents--all:rw", "accounts--all:rw")
                  .when(
                      SOMEBODY_ELSE,
                      AgentConfigurationDecoder::isAboutAnother,
                      List.of("agents--all:rw", "accounts--all:rw")),
              CHANGE,
              AgentConfigurationDecoder::delete),
          row(
              V3_2,
              "suspend_agent",
              ScopeRule.anyOf("agents--all:rw"),
              CHANGE,
              AgentConfigurationDecoder::suspend),
          row(
              V3_2,
              "unsuspend_agent",
              ScopeRule.anyOf("agents--all:rw", "accounts--all:rw"),
              CHANGE,
              AgentConfigurationDecoder::unsuspend),
          row(
              V3_2,
              "request_agent_unsuspension",
              ScopeRule.NONE,
              CHANGE,
              AgentConfigurationDecoder::requestUnsuspension),
          row(
              V3_2,
              "approve_agent",
              ScopeRule.anyOf("agents--all:rw", "accounts--all:rw"),
              CHANGE,
              AgentConfigurationDecoder::approve));

  private static final List<Method> BOTS =
      List.of(
          row(
              V3_1,
              "create_bot_agent",
              ScopeRule.anyOf("agents-bot--my:rw"),
              CHANGE,
              BotDecoder::create),
          row(
              V3_1,
              "remove_bot_agent",
              ScopeRule.anyOf("agents-bot--my:rw", "agents-bot--all:rw"),
              CHANGE,
              BotDecoder::remove),
          row(
              V3_1,
              "update_bot_agent",
              ScopeRule.anyOf("agents-bot--my:rw"),
              CHANGE,
              BotDecoder::update),
          row(
              V3_1,
              "get_bot_agents",
              ScopeRule.anyOf("agents-bot--my:ro", "agents-bot--all:ro")
                  .when(
                      "`all` is true",
                      PropertyDefinitionDecoder::asksForAll,
                      List.of("agents-bot--all:ro")),
              READ,
              BotDecoder::list),
          row(
              V3_1,
              "get_bot_agent_details",
              ScopeRule.anyOf("agents-bot--my:ro", "agents-bot--all:ro"),
              READ,
              BotDecoder::details));

  private static final List<Method> GROUPS =
      List.of(
          row(
              V3_2,
              "create_group",
              ScopeRule.anyOf("groups--all:rw"),
              CHANGE,
              GroupConfigurationDecoder::create),
          row(
              V3_2,
              "update_group",
              ScopeRule.anyOf("groups--my:rw", "groups--all:rw"),
              CHANGE,
              GroupConfigurationDecoder::update),
          row(
              V3_2,
              "delete_group",
              ScopeRule.anyOf("groups--my:rw", "groups--all:rw"),
              CHANGE,
              GroupConfigurationDecoder::delete),
          row(
              V3_2,
              "list_groups",
              ScopeRule.anyOf("groups--all:ro"),
              READ,
              GroupConfigurationDecoder::list),
          row(
              V3_2,
              "get_group",
              ScopeRule.anyOf("groups--my:ro", "groups--all:ro"),
              READ,
              GroupConfigurationDecoder::get));

  private static final ScopeRule DEFINE = ScopeRule.anyOf("properties--my:rw");
  private static final ScopeRule READ_DEFINITIONS =
      ScopeRule.anyOf("properties--my:ro", "properties--all:ro")
          .when(
              "`all` is true",
              PropertyDefinitionDecoder::asksForAll,
              List.of("properties--all:ro"));

  private static final List<Method> PROPERTIES =
      List.of(
          row(V3_1, "create_properties", DEFINE, CHANGE, PropertyDefinitionDecoder::define),
          row(
              V3_1,
              "get_property_configs",
              READ_DEFINITIONS,
              READ,
              PropertyDefinitionDecoder::list),
          row(V3_2, "register_properties", DEFINE, CHANGE, PropertyDefinitionDecoder::define),
          row(
              V3_2,
              "list_registered_properties",
              READ_DEFINITIONS,
              READ,
              PropertyDefinitionDecoder::list),
          held("update_license_properties", CHANGE, HeldPropertiesDecoder::updateLicense),
          held("list_license_properties", READ, HeldPropertiesDecoder::listLicense),
          held("delete_license_properties", CHANGE, HeldPropertiesDecoder::deleteLicense),
          held("update_group_properties", CHANGE, HeldPropertiesDecoder::updateGroup),
          held("list_group_properties", READ, HeldPropertiesDecoder::listGroup),
          held("delete_group_properties", CHANGE, HeldPropertiesDecoder::deleteGroup));

  /// All of them.
  static final List<Method> ROWS = collect();

  private ConfigurationMethods() {}

  private static List<Method> collect() {
    var all = new ArrayList<Method>();
    all.addAll(AGENTS);
    all.addAll(BOTS);
    all.addAll(GROUPS);
    all.addAll(PROPERTIES);
    all.addAll(WebhookMethods.ROWS);
    return List.copyOf(all);
  }

  private static Method held(String name, RateClass rateClass, CommandDecoder decoder) {
    return row(V3_2, name, ScopeRule.NONE, rateClass, decoder);
  }

  private static Method row(
      ApiVersion version,
      String name,
      ScopeRule scopes,
      RateClass rateClass,
      CommandDecoder decoder) {
    return new Method(
        Api.CONFIGURATION,
        name,
        Set.of(version),
        Set.of(Transport.WEB),
        scopes,
        rateClass,
        new Submit(decoder));
  }
}
