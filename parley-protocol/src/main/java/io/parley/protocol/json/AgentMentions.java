package io.parley.protocol.json;

import io.parley.core.event.EventBody;
import io.parley.core.license.LicenseView;
import io.parley.core.user.AgentId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes agents' addresses out of system messages. What people write themselves stays as it is.
final class AgentMentions {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;:<>()\"]+@[^\\s@,;:<>()\"]+");
  private static final String PUNCTUATION = ".!?'";

  /// Variables of system messages that name agents, also such as have been deleted since.
  private static final Set<String> NAMING_AGENTS =
      Set.of("agent", "agent_added", "agent_removed", "initiator", "targets");

  private AgentMentions() {}

  /// The message with a name in the place of each address of an agent.
  static EventBody.SystemMessage veil(EventBody.SystemMessage message, LicenseView license) {
    String text = message.text();
    if ((text == null || text.indexOf('@') < 0)
        && message.textVars().values().stream().noneMatch(value -> value.indexOf('@') >= 0)) {
      return message;
    }
    var names = namesByMention(message.textVars(), license);
    var textVars = new LinkedHashMap<String, String>();
    message.textVars().forEach((name, value) -> textVars.put(name, veil(value, names, license)));
    return new EventBody.SystemMessage(
        message.messageType(), text == null ? null : veil(text, names, license), textVars);
  }

  private static Map<String, String> namesByMention(
      Map<String, String> textVars, LicenseView license) {
    var names = new LinkedHashMap<String, String>();
    textVars.forEach(
        (variable, value) -> {
          boolean known = license.agents().containsKey(new AgentId(value));
          if (known || (NAMING_AGENTS.contains(variable) && value.indexOf('@') >= 0)) {
            names.put(value, nameOf(value, license));
          }
        });
    return names;
  }

  private static String veil(String text, Map<String, String> names, LicenseView license) {
    String veiled = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      veiled = veiled.replace(name.getKey(), name.getValue());
    }
    return ADDRESS
        .matcher(veiled)
        .replaceAll(address -> Matcher.quoteReplacement(veilAddress(address, license)));
  }

  private static String veilAddress(MatchResult match, LicenseView license) {
    String address = match.group();
    for (int end = address.length(); end > 0; end--) {
      String candidate = address.substring(0, end);
      if (license.agents().containsKey(new AgentId(candidate))) {
        return nameOf(candidate, license) + address.substring(end);
      }
      if (PUNCTUATION.indexOf(address.charAt(end - 1)) < 0) {
        break;
      }
    }
    return address;
  }

  private static String nameOf(String agentId, LicenseView license) {
    return AgentJson.publicName(license.agentOrNull(new AgentId(agentId)));
  }
}
