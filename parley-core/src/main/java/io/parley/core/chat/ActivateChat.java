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

/// Gives a chat whose last thread is closed another one (Activate Chat).
///
/// Followers are let go; agents of the last thread are out unless they get the chat again. Refused
/// when the chat is active, is not the caller's, or has a customer already and another is given.
public record ActivateChat(Caller caller, ChatId chatId, ChatOpening opening) implements Command {

  @Override
  public List<Need> needs() {
    var needs = new ArrayList<>(SentFiles.needs(opening.events()));
    needs.add(new Need.OfChat(chatId));
    if (opening.customerId() != null) {
      needs.add(new Need.OfCustomer(opening.customerId()));
    }
    return needs;
  }

  @Override
  public Decision decide(License license, Context context) {
    return switch (license.sight(caller, chatId)) {
      case Sight.None(Rejection rejection) -> Decision.rejected(rejection);
      case Sight.Of(Chat chat) when chat.active() ->
          Decision.rejected(new Rejection.ChatAlreadyActive(chatId));
      case Sight.Of(Chat chat) -> activate(license, context, chat);
    };
  }

  private Decision activate(License license, Context context, Chat chat) {
    var opener = new ThreadOpener(license, context, caller, opening);
    Optional<Rejection> objection = opener.objection().or(() -> customerObjection(chat));
    if (objection.isPresent()) {
      return Decision.rejected(objection.get());
    }
    Admission admission = opener.admit(chat);
    if (admission instanceof Admission.Refused(Rejection rejection)) {
      return Decision.rejected(rejection);
    }
    ThreadStarted started = opener.open(chat, admission);
    return Decision.accepted(
        new Result.ChatActivated(
            started.thread().id(), started.initialEvents().stream().map(Event::id).toList()),
        started);
  }

  private Optional<Rejection> customerObjection(Chat chat) {
    CustomerId wanted = opening.customerId();
    return wanted != null && chat.customerId().filter(there -> !there.equals(wanted)).isPresent()
        ? Optional.of(new Rejection.InvalidField("chat.users", "the chat has another customer"))
        : Optional.empty();
  }
}
