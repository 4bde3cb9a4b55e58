package io.parley.protocol.method;

import static io.parley.protocol.method.RateClass.CHANGE;
import static io.parley.protocol.method.RateClass.READ;
import static io.parley.protocol.method.RateClass.SIGNAL;

import io.parley.protocol.Api;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Handling.Ask;
import io.parley.protocol.method.Handling.OfConnection;
import io.parley.protocol.method.Handling.Submit;
import io.parley.protocol.request.ChatDecoder;
import io.parley.protocol.request.ListDecoder;
import io.parley.protocol.request.OpeningDecoder;
import io.parley.protocol.scope.ScopeRule;
import java.util.List;
import java.util.Set;

/// The methods of the Customer Chat API. Their tokens have no scopes: a customer may do everything
/// that the API has, with the chats that the customer is in.
final class CustomerMethods {
  private static final Set<Transport> BOTH = Set.of(Transport.RTM, Transport.WEB);
  private static final Set<Transport> RTM = Set.of(Transport.RTM);

  /// In the order of the documentation.
  static final List<Method> ROWS =
      List.of(
          // Chats
          row("get_chats_summary", BOTH, READ, new Ask(ListDecoder::customerChats)),
          row("get_chat_threads_summary", BOTH, READ, new Ask(ListDecoder::customerThreads)),
          row("get_chat_threads", BOTH, READ, new Ask(ListDecoder::threadsWithEvents)),
          row("start_chat", BOTH, CHANGE, new Submit(OpeningDecoder::startChat)),
          row("activate_chat", BOTH, CHANGE, new Submit(OpeningDecoder::activateChat)),
          row("close_thread", BOTH, CHANGE, new Submit(ChatDecoder::closeThread)),
          // Events
          row("send_event", BOTH, CHANGE, new Submit(ChatDecoder::sendEvent)),
          row("send_sneak_peek", BOTH, SIGNAL, new Submit(ChatDecoder::sendSneakPeek)),
          // Status
          row("login", RTM, CHANGE, OfConnection.LOGIN),
          // Other
          row("mark_events_as_seen", BOTH, SIGNAL, new Submit(ChatDecoder::markEventsAsSeen)),
          row("ping", RTM, SIGNAL, OfConnection.PING));

  private CustomerMethods() {}

  private static Method row(
      String name, Set<Transport> transports, RateClass rateClass, Handling handling) {
    return new Method(Api.CUSTOMER, name, transports, ScopeRule.NONE, rateClass, handling);
  }
}
