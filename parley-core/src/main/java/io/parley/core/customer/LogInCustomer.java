package io.parley.core.customer;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.access.Access;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.content.Greeting;
import io.parley.core.content.GreetingChoice;
import io.parley.core.content.ShownGreeting;
import io.parley.core.customer.CustomerUpdated.Part;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;
import io.parley.core.routing.Router;
import io.parley.core.routing.Routing;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Logs a customer in on a connection (Customer Chat RTM API, Login), and notes what the customer
/// says of himself.
///
/// @param connectionId names the connection, unique among all
/// @param visit where the customer comes from and is
/// @param sideStorage what an earlier login had the customer's side keep
/// @param groupId the group that the customer is going to talk to, if known
/// @param greetings those that are switched on, in their order
public record LogInCustomer(
    CustomerId customerId,
    String connectionId,
    CustomerDetails details,
    VisitDetails visit,
    Map<String, String> sideStorage,
    @Nullable GroupId groupId,
    List<Greeting> greetings)
    implements Command {

  /// Makes the collections unmodifiable.
  public LogInCustomer {
    sideStorage = Map.copyOf(sideStorage);
    greetings = List.copyOf(greetings);
  }

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfCustomer(customerId));
  }

  @Override
  public Decision decide(License license, Context context) {
    Customer known = license.customerOrNull(customerId);
    if (known == null) {
      return Decision.rejected(new Rejection.CustomerNotFound("token", customerId));
    }
    if (groupId != null && license.groupOrNull(groupId) == null) {
      return Decision.rejected(new Rejection.GroupNotFound("group_id", groupId));
    }
    if (known.isBanned(context.now())) {
      return Decision.rejected(new Rejection.CustomerIsBanned(customerId));
    }
    var changes = new ArrayList<Change>();
    changes.add(new CustomerConnected(customerId, connectionId));
    Customer now = known.with(details);
    Set<Part> changed = UpdateCustomer.changedParts(known, now);
    if (!changed.isEmpty()) {
      changes.add(new CustomerUpdated(now, changed));
    }
    boolean comes = !isVisiting(license, known);
    if (comes) {
      now = visiting(now, context);
      changes.add(new VisitStarted(now));
    } else if (visit.pageUrl() != null && now.lastVisit() != null) {
      var page = new Customer.Page(context.now(), visit.pageUrl(), visit.pageTitle());
      now = now.with(now.lastVisit().with(page));
      changes.add(new PageViewed(now, page));
    }
    Optional<AgentId> predicted = predicted(license);
    Optional<ShownGreeting> greeting = greeting(license, context, now, predicted);
    boolean isNew = greeting.filter(ShownGreeting::displayedFirstTime).isPresent();
    Map<String, String> kept = comes || isNew ? storageAfter(now, greeting) : sideStorage;
    if (comes || isNew) {
      changes.add(new SideStorageUpdated(customerId, kept));
    }
    if (greeting.isEmpty() && license.activeChatsOf(customerId).isEmpty()) {
      GroupId visited = groupId == null ? GroupId.ALL : groupId;
      GreetingChoice.await(context, greetings, now, visited, kept).ifPresent(changes::add);
    }
    return Decision.accepted(answer(license, now, predicted, greeting), changes);
  }

  private boolean isVisiting(License license, Customer known) {
    Customer.LastVisit last = known.lastVisit();
    return last != null
        && last.endedAt() == null
        && (license.isConnected(customerId) || license.isVisitOpen(customerId));
  }

  private Customer visiting(Customer customer, Context context) {
    Customer.LastVisit before = customer.lastVisit();
    List<Customer.Page> pages =
        visit.pageUrl() == null
            ? List.of()
            : List.of(new Customer.Page(context.now(), visit.pageUrl(), visit.pageTitle()));
    return customer
        .with(customer.statistics().withVisit())
        .with(
            new Customer.LastVisit(
                before == null ? 1 : before.id() + 1,
                context.now(),
                null,
                visit.referrer(),
                visit.ip(),
                visit.userAgent(),
                visit.geolocation(),
                pages));
  }

  private Map<String, String> storageAfter(Customer customer, Optional<ShownGreeting> greeting) {
    var storage = new TreeMap<>(sideStorage);
    storage.put("customer_visits", Integer.toString(customer.statistics().visits()));
    greeting
        .filter(ShownGreeting::displayedFirstTime)
        .map(shown -> GreetingChoice.note(shown, sideStorage))
        .ifPresent(note -> storage.put(note.getKey(), note.getValue()));
    return storage;
  }

  /// Who is in a conversation is not greeted.
  private Optional<ShownGreeting> greeting(
      License license, Context context, Customer customer, Optional<AgentId> predicted) {
    return license.activeChatsOf(customerId).isEmpty()
        ? GreetingChoice.of(
            license,
            context,
            greetings,
            customer,
            groupId == null ? GroupId.ALL : groupId,
            sideStorage,
            predicted.orElse(null))
        : Optional.empty();
  }

  private Optional<AgentId> predicted(License license) {
    Access access = groupId == null ? Access.ALL_AGENTS : Access.of(groupId);
    return Router.route(license, access) instanceof Routing.Assigned(AgentId agentId)
        ? Optional.of(agentId)
        : Optional.empty();
  }

  private Result answer(
      License license,
      Customer customer,
      Optional<AgentId> predicted,
      Optional<ShownGreeting> greeting) {
    var newestFirst = license.chatsOf(customerId).reversed();
    var active = new HashSet<ChatId>();
    for (ChatId chatId : newestFirst) {
      Chat chat = license.chatOrNull(chatId);
      if (chat != null && chat.active()) {
        active.add(chatId);
      }
    }
    return new Result.CustomerLoggedIn(
        customer,
        List.copyOf(newestFirst),
        Set.copyOf(active),
        List.copyOf(Router.onlineGroups(license)),
        predicted,
        greeting,
        groupId == null ? GroupId.ALL : groupId,
        license.view());
  }
}
