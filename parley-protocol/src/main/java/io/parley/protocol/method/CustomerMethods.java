package io.parley.protocol.method;

import static io.parley.protocol.method.RateClass.CHANGE;
import static io.parley.protocol.method.RateClass.HEAVY;
import static io.parley.protocol.method.RateClass.READ;
import static io.parley.protocol.method.RateClass.SIGNAL;

import io.parley.protocol.Api;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Handling.Ask;
import io.parley.protocol.method.Handling.OfConnection;
import io.parley.protocol.method.Handling.OfServer;
import io.parley.protocol.method.Handling.Submit;
import io.parley.protocol.request.ChatDecoder;
import io.parley.protocol.request.CustomerDecoder;
import io.parley.protocol.request.GroupDecoder;
import io.parley.protocol.request.ListDecoder;
import io.parley.protocol.request.OpeningDecoder;
import io.parley.protocol.request.PropertyChangeDecoder;
import io.parley.protocol.scope.ScopeRule;
import java.util.List;
import java.util.Set;

/// The methods of the Customer Chat API. Their tokens have no scopes: a customer may do everything
/// that the API has, with the chats that the customer is in.
final class CustomerMethods {
  private static final Set<Transport> BOTH = Set.of(Transport.RTM, Transport.WEB);
  private static final Set<Transport> RTM = Set.of(Transport.RTM);
  private static final Set<Transport> WEB = Set.of(Transport.WEB);

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
          row("upload_file", WEB, HEAVY, OfServer.UPLOAD_FILE),
          row(
              "send_rich_message_postback",
              BOTH,
              CHANGE,
              new Submit(ChatDecoder::sendRichMessagePostback)),
          row("send_sneak_peek", BOTH, SIGNAL, new Submit(ChatDecoder::sendSneakPeek)),
          // Properties
          properties("update_chat_properties", PropertyChangeDecoder::updateChat),
          properties("delete_chat_properties", PropertyChangeDecoder::deleteChat),
          properties("update_chat_thread_properties", PropertyChangeDecoder::updateThread),
          properties("delete_chat_thread_properties", PropertyChangeDecoder::deleteThread),
          properties("update_event_properties", PropertyChangeDecoder::updateEvent),
          properties("delete_event_properties", PropertyChangeDecoder::deleteEvent),
          // Customers
          row("update_customer", BOTH, CHANGE, new Submit(CustomerDecoder::updateOneself)),
          row("update_customer_page", RTM, CHANGE, new Submit(CustomerDecoder::updatePage)),
          row("set_customer_fields", BOTH, CHANGE, new Submit(CustomerDecoder::setFields)),
          // Not documented for this version; an SDK of this version calls it.
          row("get_customer", BOTH, READ, new Ask(CustomerDecoder::oneself)),
          // Status
          row("login", RTM, CHANGE, OfConnection.LOGIN),
          row("get_groups_status", BOTH, READ, new Submit(GroupDecoder::groupsStatus)),
          // Other
          row("check_goals", WEB, CHANGE, OfServer.CHECK_GOALS),
          row("get_form", BOTH, READ, OfServer.GET_FORM),
          row("get_predicted_agent", BOTH, READ, new Submit(GroupDecoder::predictedAgent)),
          row("get_url_details", BOTH, HEAVY, OfServer.GET_URL_DETAILS),
          row("mark_events_as_seen", BOTH, SIGNAL, new Submit(ChatDecoder::markEventsAsSeen)),
          row("ping", RTM, SIGNAL, OfConnection.PING));

  private CustomerMethods() {}

  private static Method properties(String name, Handling.CommandDecoder decoder) {
    return row(name, BOTH, CHANGE, new Submit(decoder));
  }

  private static Method row(
      String name, Set<Transport> transports, RateClass rateClass, Handling handling) {
    return new Method(Api.CUSTOMER, name, transports, ScopeRule.NONE, rateClass, handling);
  }
}
