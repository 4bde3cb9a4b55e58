package io.parley.protocol.method;

import static io.parley.protocol.method.RateClass.CHANGE;
import static io.parley.protocol.method.RateClass.READ;
import static io.parley.protocol.method.RateClass.SIGNAL;

import io.parley.protocol.Api;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Handling.Ask;
import io.parley.protocol.method.Handling.OfConnection;
import io.parley.protocol.method.Handling.Submit;
import io.parley.protocol.request.AgentDecoder;
import io.parley.protocol.request.ChatDecoder;
import io.parley.protocol.request.ListDecoder;
import io.parley.protocol.request.OpeningDecoder;
import io.parley.protocol.scope.ScopeRule;
import java.util.List;
import java.util.Set;

/// The methods of the Agent Chat API.
final class AgentMethods {
  private static final Set<Transport> BOTH = Set.of(Transport.RTM, Transport.WEB);
  private static final Set<Transport> RTM = Set.of(Transport.RTM);

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
          row("start_chat", BOTH, OPEN_CHATS, CHANGE, new Submit(OpeningDecoder::startChat)),
          row("activate_chat", BOTH, OPEN_CHATS, CHANGE, new Submit(OpeningDecoder::activateChat)),
          row("close_thread", BOTH, WRITE_CHATS, CHANGE, new Submit(ChatDecoder::closeThread)),
          row("follow_chat", BOTH, WRITE_CHATS, CHANGE, new Submit(ChatDecoder::followChat)),
          row("unfollow_chat", BOTH, ScopeRule.NONE, CHANGE, new Submit(ChatDecoder::unfollowChat)),
          // Events
          row("send_event", BOTH, WRITE_CONVERSATIONS, CHANGE, new Submit(ChatDecoder::sendEvent)),
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
          row("ping", RTM, ScopeRule.NONE, SIGNAL, OfConnection.PING));

  private AgentMethods() {}

  private static Method row(
      String name,
      Set<Transport> transports,
      ScopeRule scopes,
      RateClass rateClass,
      Handling handling) {
    return new Method(Api.AGENT, name, transports, scopes, rateClass, handling);
  }
}
