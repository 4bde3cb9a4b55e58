package io.parley.core.chat;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.event.Event;
import io.parley.core.license.License;
import io.parley.core.routing.Admission;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Starts a new chat, with its first thread (Start Chat).
///
/// An agent who starts a chat is in it; a customer's chat goes to an agent, or waits. Refused when
/// the customer has all the chats that the license allows, when a group does not exist, and, unless
/// the chat is continuous, when nobody accepts chats or the queue is full.
public record StartChat(Caller caller, ChatOpening opening) implements Command {

  @Override
  public List<Need> needs() {
    var needs = new ArrayList<>(SentFiles.needs(opening.events()));
    CustomerId customerId = customerId();
    if (customerId != null) {
      needs.add(new Need.OfCustomer(customerId));
    }
    return needs;
  }

  @Override
  public Decision decide(License license, Context context) {
    var opener = new ThreadOpener(license, context, caller, opening);
    Optional<Rejection> objection = opener.objection().or(() -> customerObjection(license));
    if (objection.isPresent()) {
      return Decision.rejected(objection.get());
    }
    Admission admission = opener.admit(null);
    if (admission instanceof Admission.Refused(Rejection rejection)) {
      return Decision.rejected(rejection);
    }
    ThreadStarted started = opener.open(null, admission);
    return Decision.accepted(
        new Result.ChatStarted(
            started.chatId(),
            started.thread().id(),
            started.initialEvents().stream().map(Event::id).toList()),
        started);
  }

  private Optional<Rejection> customerObjection(License license) {
    CustomerId customerId = customerId();
    if (customerId == null) {
      return Optional.empty();
    }
    if (license.customerOrNull(customerId) == null) {
      return Optional.of(new Rejection.CustomerNotFound("customer_id", customerId));
    }
    int limit = license.settings().maxCustomerChatsCount();
    return license.chatsOf(customerId).size() < limit
        ? Optional.empty()
        : Optional.of(new Rejection.ChatLimitReached(customerId, limit));
  }

  private @Nullable CustomerId customerId() {
    return caller instanceof Caller.ByCustomer customer ? customer.id() : opening.customerId();
  }
}
