package io.parley.core.content;

import io.parley.core.Context;
import io.parley.core.agent.Agent;
import io.parley.core.customer.Customer;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the greeting of a visitor who logs in: the first whose rules hold.
///
/// Which ones the visitor has seen is kept on the visitor's own side, in the side storage.
public final class GreetingChoice {
  private static final String SHOWN = "greetings_shown";
  private static final int REMEMBERED = 50;

  private GreetingChoice() {}

  /// The greeting, if one is due.
  ///
  /// @param greetings those that are switched on, in their order
  /// @param sideStorage what the visitor's side kept
  /// @param predicted who would get the visitor's chat; greets where nobody is named
  public static Optional<ShownGreeting> of(
      License license,
      Context context,
      List<Greeting> greetings,
      Customer visitor,
      GroupId visited,
      Map<String, String> sideStorage,
      @Nullable AgentId predicted) {
    for (Greeting greeting : greetings) {
      AgentId greeter = greeter(license, greeting, predicted);
      if (greeter != null && greeting.isFor(visitor, visited)) {
        String uniqueId = greeting.uniqueId();
        return Optional.of(
            new ShownGreeting(
                greeting.id(),
                uniqueId == null ? context.nextUuid().replace("-", "") : uniqueId,
                greeting.text(),
                greeter,
                !shown(sideStorage).contains(Integer.toString(greeting.id()))));
      }
    }
    return Optional.empty();
  }

  /// What the visitor's side is to keep of a greeting.
  public static Map.Entry<String, String> note(
      ShownGreeting greeting, Map<String, String> sideStorage) {
    var shown = new ArrayList<>(shown(sideStorage));
    shown.add(Integer.toString(greeting.id()));
    List<String> newest = shown.subList(Math.max(0, shown.size() - REMEMBERED), shown.size());
    return Map.entry(SHOWN, String.join(",", newest));
  }

  private static List<String> shown(Map<String, String> sideStorage) {
    String shown = sideStorage.getOrDefault(SHOWN, "");
    return shown.isEmpty() ? List.of() : Arrays.asList(shown.split(","));
  }

  private static @Nullable AgentId greeter(
      License license, Greeting greeting, @Nullable AgentId predicted) {
    AgentId named = greeting.agentId();
    if (named != null && license.agentOrNull(named) != null) {
      return named;
    }
    if (predicted != null) {
      return predicted;
    }
    return license.agents().stream()
        .filter(agent -> greeting.groupId().equals(GroupId.ALL) || agent.isIn(greeting.groupId()))
        .map(Agent::id)
        .min(Comparator.comparing(AgentId::value))
        .orElse(null);
  }
}
