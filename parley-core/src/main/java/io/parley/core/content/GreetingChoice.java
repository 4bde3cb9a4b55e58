package io.parley.core.content;

import io.parley.core.Change;
import io.parley.core.Context;
import io.parley.core.access.Access;
import io.parley.core.agent.Agent;
import io.parley.core.customer.Customer;
import io.parley.core.customer.GreetingAwaited;
import io.parley.core.customer.GreetingShown;
import io.parley.core.customer.SideStorageUpdated;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;
import io.parley.core.routing.Router;
import io.parley.core.routing.Routing;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds the greeting of a visitor: the first whose rules hold, when the visitor logs in or, if
/// none does then, later in the visit.
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
      if (greeter != null && greeting.isFor(visitor, visited, context.now())) {
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

  /// Has those greetings awaited that the visitor has not seen. Nothing, if there are none.
  public static Optional<Change> await(
      Context context,
      List<Greeting> greetings,
      Customer visitor,
      GroupId visited,
      Map<String, String> sideStorage) {
    List<String> shown = shown(sideStorage);
    List<Greeting> unseen =
        greetings.stream()
            .filter(greeting -> !shown.contains(Integer.toString(greeting.id())))
            .toList();
    return unseen.isEmpty()
        ? Optional.empty()
        : Optional.of(awaited(context, visitor, new AwaitedGreeting(unseen, visited, sideStorage)));
  }

  private static Change awaited(Context context, Customer visitor, AwaitedGreeting awaited) {
    Instant due =
        awaited.greetings().stream()
            .flatMap(each -> each.dueFor(visitor, awaited.visited(), context.now()).stream())
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new GreetingAwaited(visitor.id(), awaited, due);
  }

  /// Looks again at a visitor of whom greetings are awaited. Who is in a conversation is not
  /// greeted.
  public static List<Change> again(License license, Context context, CustomerId customerId) {
    Customer visitor = license.customerOrNull(customerId);
    AwaitedGreeting awaited = license.awaitedGreetingOrNull(customerId);
    var nothing = new GreetingAwaited(customerId, null, null);
    if (visitor == null || awaited == null || !license.activeChatsOf(customerId).isEmpty()) {
      return List.of(nothing);
    }
    Optional<ShownGreeting> due =
        of(
            license,
            context,
            awaited.greetings(),
            visitor,
            awaited.visited(),
            awaited.sideStorage(),
            predicted(license, awaited.visited()));
    if (due.isEmpty()) {
      return List.of(awaited(context, visitor, awaited));
    }
    var storage = new TreeMap<>(awaited.sideStorage());
    Map.Entry<String, String> note = note(due.get(), awaited.sideStorage());
    storage.put(note.getKey(), note.getValue());
    return List.of(
        new GreetingShown(customerId, due.get()),
        new SideStorageUpdated(customerId, storage),
        nothing);
  }

  private static @Nullable AgentId predicted(License license, GroupId visited) {
    Access access = visited.equals(GroupId.ALL) ? Access.ALL_AGENTS : Access.of(visited);
    return Router.route(license, access) instanceof Routing.Assigned(AgentId agentId)
        ? agentId
        : null;
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
