package io.parley.gateway.call;

import io.parley.protocol.method.Call;

/// Port: answers one method that is neither a command of a license nor a query about it
/// ([io.parley.protocol.method.Handling.OfServer]).
@FunctionalInterface
public interface ServerMethod {
  /// Answers a request that has passed the rates and the scopes. May block.
  ///
  /// @param call on whose behalf the request is made
  /// @throws io.parley.protocol.InvalidRequest if the payload is not as documented
  Answered answer(Request request, Call call);
}
