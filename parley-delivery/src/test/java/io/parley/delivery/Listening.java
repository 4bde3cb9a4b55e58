package io.parley.delivery;

import io.parley.core.user.Reach;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.push.EncodedPush;
import io.parley.protocol.session.Session;
import java.util.ArrayList;
import java.util.List;

/// A session that keeps what it hears.
final class Listening implements Session {
  private final String connectionId;
  private final Reach reach;
  private final List<String> heard = new ArrayList<>();

  Listening(String connectionId, Reach reach) {
    this.connectionId = connectionId;
    this.reach = reach;
  }

  synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  synchronized void note(String what) {
    heard.add(what);
  }

  @Override
  public String connectionId() {
    return connectionId;
  }

  @Override
  public ApiVersion version() {
    return ApiVersion.V3_1;
  }

  @Override
  public Reach reach() {
    return reach;
  }

  @Override
  public void push(EncodedPush push, String requestId) {
    note(push.frameFor(requestId));
  }

  @Override
  public void disconnect(String reason) {
    note("disconnected: " + reason);
  }
}
