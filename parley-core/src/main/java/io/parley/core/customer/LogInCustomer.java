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
import io.parley.core.customer.CustomerUpdated.Part;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;
import io.parley.core.routing.Router;
import io.parley.core.routing.Routing;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Logs a customer in on a connection (Customer Chat RTM API, Login), and notes what the customer
/// says of himself.
///
/// @param connectionId names the connection, unique among all
/// @param groupId the group that the customer is going to talk to, if known
public record LogInCustomer(
    CustomerId customerId, String connectionId, CustomerDetails details, @Nullable GroupId groupId)
    implements Command {

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
    var changes = new ArrayList<Change>(2);
    changes.add(new CustomerConnected(customerId, connectionId));
    Customer now = known.with(details);
    if (!now.equals(known)) {
      changes.add(new CustomerUpdated(now, changedParts(known, now)));
    }
    return Decision.accepted(answer(license, now), changes);
  }

  private Result answer(License license, Customer customer) {
    var newestFirst = license.chatsOf(customerId).reversed();
    var active = new HashSet<ChatId>();
    for (ChatId chatId : newestFirst) {
      Chat chat = license.chatOrNull(chatId);
      if (chat != null && chat.active()) {
        active.add(chatId);
      }
    }
    Access access = groupId == null ? Access.ALL_AGENTS : Access.of(groupId);
    Optional<AgentId> predicted =
        Router.route(license, access) instanceof Routing.Assigned(AgentId agentId)
            ? Optional.of(agentId)
            : Optional.empty();
    return new Result.CustomerLoggedIn(
        customer,
        List.copyOf(newestFirst),
        Set.copyOf(active),
        List.copyOf(Router.onlineGroups(license)),
        predicted,
        license.view());
  }

  private static Set<Part> changedParts(Customer before, Customer after) {
    var changed = EnumSet.noneOf(Part.class);
    if (!Objects.equals(before.name(), after.name())) {
      changed.add(Part.NAME);
    }
    if (!Objects.equals(before.email(), after.email())) {
      changed.add(Part.EMAIL);
    }
    if (!Objects.equals(before.avatar(), after.avatar())) {
      changed.add(Part.AVATAR);
    }
    if (!before.fields().equals(after.fields())) {
      changed.add(Part.FIELDS);
    }
    return changed;
  }
}
