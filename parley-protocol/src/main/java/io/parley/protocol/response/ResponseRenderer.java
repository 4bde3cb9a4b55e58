package io.parley.protocol.response;

import io.parley.core.Result;
import io.parley.core.license.LicenseView;
import io.parley.core.query.Answer;
import io.parley.core.query.Query;
import io.parley.protocol.Payload;
import io.parley.protocol.method.Call;
import io.parley.protocol.method.Method;

/// Turns results of commands and answers to queries into payloads of responses.
public final class ResponseRenderer {
  /// The payload for the result of a command.
  public Payload result(Call call, Method method, Result result) {
    return Payload.EMPTY;
  }

  /// The payload for the answer to a query; never called with a refusal.
  public Payload answer(Call call, Query query, Answer answer, LicenseView view) {
    return Payload.EMPTY;
  }

  /// The payload for an agent's login.
  ///
  /// @param chats the agent's chats, as for Get Chats Summary
  public Payload agentLogin(Call call, Result.AgentLoggedIn login, Answer.Chats chats) {
    return Payload.EMPTY;
  }

  /// The payload for a customer's login.
  ///
  /// @param chats the customer's chats, as for Get Chats Summary
  public Payload customerLogin(Call call, Result.CustomerLoggedIn login, Answer.Chats chats) {
    return Payload.EMPTY;
  }
}
