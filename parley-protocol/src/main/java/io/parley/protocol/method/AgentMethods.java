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
import io.parley.protocol.request.AccessDecoder;
import io.parley.protocol.request.AgentDecoder;
import io.parley.protocol.request.ArchiveDecoder;
import io.parley.protocol.request.ChatDecoder;
import io.parley.protocol.request.ChatUserDecoder;
import io.parley.protocol.request.CustomerDecoder;
import io.parley.protocol.request.CustomerListDecoder;
import io.parley.protocol.request.ListDecoder;
import io.parley.protocol.request.MulticastDecoder;
import io.parley.protocol.request.OpeningDecoder;
import io.parley.protocol.request.PropertyChangeDecoder;
import io.parley.protocol.scope.ScopeRule;
import java.util.List;
import java.util.Set;

/// The methods of the Agent Chat API.
final class AgentMethods {
  private static final Set<Transport> BOTH = Set.of(Transport.RTM, Transport.WEB);
  private static final Set<Transport> RTM = Set.of(Transport.RTM);
  private static final Set<Transport> WEB = Set.of(Transport.WEB);

  private static final ScopeRule READ_CHATS =
      ScopeRule.anyOf("chats--all:ro", "chats--access:ro", "chats--my:ro");
  private static final ScopeRule READ_ACCESSIBLE_CHATS =
      ScopeRule.anyOf("chats--all:ro", "chats--access:ro");
  private static final ScopeRule WRITE_CHATS =
      ScopeRule.anyOf("chats--all:rw", "chats--access:rw", "chats--my:rw");
  private static final ScopeRule WRITE_CONVERSATIONS =
      ScopeRule.anyOf(
          "chats.conversation--all:rw",
          "chats.conversation--access:rw",
          "chats.conversation--my:rw");
  private static final ScopeRule OPEN_CHATS =
      WRITE_CONVERSATIONS.when(
          "`chat.users` is given", OpeningDecoder::namesUsers, WRITE_CHATS.anyOf());
  private static final ScopeRule SEND_POSTBACKS =
      ScopeRule.anyOf("chats.conversation--my:rw", "chats.conversation--all:rw");
  private static final ScopeRule WRITE_CUSTOMERS = ScopeRule.anyOf("customers:rw");
  private static final ScopeRule WRITE_AGENTS =
      ScopeRule.anyOf("agents--my:rw", "agents--all:rw")
          .when(
              "`agent_id` is another agent's",
              AgentDecoder::isAboutAnother,
              List.of("agents--all:rw"));

  /// In the order of the documentation.
  static final List<Method> ROWS =
      List.of(
          // Chats
          row("get_chats_summary", BOTH, READ_CHATS, READ, new Ask(ListDecoder::agentChats)),
          row(
              "get_chat_threads_summary",
              BOTH,
              READ_CHATS,
              READ,
              new Ask(ListDecoder::agentThreads)),
          row(
              "get_chat_threads",
              BOTH,
              READ_ACCESSIBLE_CHATS,
              READ,
              new Ask(ListDecoder::threadsWithEvents)),
          // The Web reference leaves out `chats--my:ro`, the RTM reference has it.
          row("get_archives", BOTH, READ_CHATS, HEAVY, new Ask(ArchiveDecoder::archives)),
          row("start_chat", BOTH, OPEN_CHATS, CHANGE, new Submit(OpeningDecoder::startChat)),
          row("activate_chat", BOTH, OPEN_CHATS, CHANGE, new Submit(OpeningDecoder::activateChat)),
          row("close_thread", BOTH, WRITE_CHATS, CHANGE, new Submit(ChatDecoder::closeThread)),
          row("follow_chat", BOTH, WRITE_CHATS, CHANGE, new Submit(ChatDecoder::followChat)),
          row("unfollow_chat", BOTH, ScopeRule.NONE, CHANGE, new Submit(ChatDecoder::unfollowChat)),
          // Chat access
          row("grant_access", BOTH, WRITE_CHATS, CHANGE, new Submit(AccessDecoder::grantAccess)),
          row("revoke_access", BOTH, WRITE_CHATS, CHANGE, new Submit(AccessDecoder::revokeAccess)),
          row("set_access", BOTH, WRITE_CHATS, CHANGE, new Submit(AccessDecoder::setAccess)),
          row("transfer_chat", BOTH, WRITE_CHATS, CHANGE, new Submit(AccessDecoder::transferChat)),
          // Chat users
          row("add_user_to_chat", BOTH, WRITE_CHATS, CHANGE, new Submit(ChatUserDecoder::addUser)),
          row(
              "remove_user_from_chat",
              BOTH,
              WRITE_CHATS,
              CHANGE,
              new Submit(ChatUserDecoder::removeUser)),
          // Events
          row("send_event", BOTH, WRITE_CONVERSATIONS, CHANGE, new Submit(ChatDecoder::sendEvent)),
          row("upload_file", WEB, ScopeRule.NONE, HEAVY, OfServer.UPLOAD_FILE),
          row(
              "send_rich_message_postback",
              BOTH,
              SEND_POSTBACKS,
              CHANGE,
              new Submit(ChatDecoder::sendRichMessagePostback)),
          // Properties
          properties("update_chat_properties", PropertyChangeDecoder::updateChat),
          properties("delete_chat_properties", PropertyChangeDecoder::deleteChat),
          properties("update_chat_thread_properties", PropertyChangeDecoder::updateThread),
          properties("delete_chat_thread_properties", PropertyChangeDecoder::deleteThread),
          properties("update_event_properties", PropertyChangeDecoder::updateEvent),
          properties("delete_event_properties", PropertyChangeDecoder::deleteEvent),
          // Thread tags
          row("tag_chat_thread", BOTH, WRITE_CHATS, CHANGE, new Submit(ChatDecoder::tagThread)),
          row("untag_chat_thread", BOTH, WRITE_CHATS, CHANGE, new Submit(ChatDecoder::untagThread)),
          // Customers
          row(
              "get_customers",
              BOTH,
              ScopeRule.anyOf("customers:ro"),
              READ,
              new Ask(CustomerListDecoder::customers)),
          row(
              "create_customer",
              BOTH,
              WRITE_CUSTOMERS,
              CHANGE,
              new Submit(CustomerDecoder::create)),
          row(
              "update_customer",
              BOTH,
              WRITE_CUSTOMERS,
              CHANGE,
              new Submit(CustomerDecoder::update)),
          row(
              "ban_customer",
              BOTH,
              ScopeRule.anyOf("customers.ban:rw"),
              CHANGE,
              new Submit(CustomerDecoder::ban)),
          // Status
          //
          // Five scopes are documented for a login (chats, customers, multicast, agents, bots), and
          // none were in 2019. Integrations that only read and write chats log in with less: being
          // able to read chats is asked for, and each other method asks for its own.
          row("login", RTM, READ_CHATS, CHANGE, OfConnection.LOGIN),
          row(
              "set_away_status",
              RTM,
              ScopeRule.anyOf("agents--my:rw"),
              CHANGE,
              new Submit(AgentDecoder::setAwayStatus)),
          row(
              "change_push_notifications",
              RTM,
              ScopeRule.NONE,
              CHANGE,
              new Submit(AgentDecoder::changePushNotifications)),
          row("update_agent", BOTH, WRITE_AGENTS, CHANGE, new Submit(AgentDecoder::updateAgent)),
          row("logout", RTM, ScopeRule.NONE, CHANGE, OfConnection.LOGOUT),
          // Other
          row(
              "mark_events_as_seen",
              BOTH,
              READ_ACCESSIBLE_CHATS,
              SIGNAL,
              new Submit(ChatDecoder::markEventsAsSeen)),
          row(
              "send_typing_indicator",
              BOTH,
              WRITE_CONVERSATIONS,
              SIGNAL,
              new Submit(ChatDecoder::sendTypingIndicator)),
          row(
              "multicast",
              BOTH,
              ScopeRule.anyOf("multicast:rw"),
              CHANGE,
              new Submit(MulticastDecoder::multicast)),
          row("ping", RTM, ScopeRule.NONE, SIGNAL, OfConnection.PING));

  private AgentMethods() {}

  private static Method properties(String name, Handling.CommandDecoder decoder) {
    return row(name, BOTH, WRITE_CONVERSATIONS, CHANGE, new Submit(decoder));
  }

  private static Method row(
      String name,
      Set<Transport> transports,
      ScopeRule scopes,
      RateClass rateClass,
      Handling handling) {
    return new Method(Api.AGENT, name, transports, scopes, rateClass, handling);
  }
}
