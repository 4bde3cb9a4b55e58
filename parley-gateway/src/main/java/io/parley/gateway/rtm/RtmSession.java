package io.parley.gateway.rtm;

import io.parley.core.Command;
import io.parley.core.agent.AgentConnectionLost;
import io.parley.core.customer.CustomerConnectionLost;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import io.parley.gateway.account.Grant;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.push.EncodedPush;
import io.parley.protocol.session.Session;
import io.parley.protocol.session.SessionRegistry;
import io.parley.runtime.Cause;
import io.parley.runtime.Placement;
import io.parley.runtime.ReplyTo;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A login that succeeded, from the license's answer until the connection is left.
final class RtmSession implements Session {
  private final RtmConnection connection;
  private final RtmLoop loop;
  private final Grant grant;
  private final Reach reach;
  private final SessionRegistry registry;
  private final AtomicBoolean left = new AtomicBoolean();

  RtmSession(
      RtmConnection connection, RtmLoop loop, Grant grant, Reach reach, SessionRegistry registry) {
    this.connection = connection;
    this.loop = loop;
    this.grant = grant;
    this.reach = reach;
    this.registry = registry;
  }

  Grant grant() {
    return grant;
  }

  /// Begins to get pushes. Called from the reply to the login.
  void enter() {
    registry.add(grant.licenseId(), grant.holder().id(), this);
  }

  /// Gets no more pushes. True for the first call.
  boolean leave() {
    if (!left.compareAndSet(false, true)) {
      return false;
    }
    registry.remove(grant.licenseId(), grant.holder().id(), this);
    return true;
  }

  /// Gets no more pushes, and tells the license that the connection is lost, once.
  void lose(Placement placement) {
    if (leave()) {
      Command lost =
          switch (grant.holder().id()) {
            case AgentId agentId -> new AgentConnectionLost(agentId, connectionId());
            case CustomerId customerId -> new CustomerConnectionLost(customerId, connectionId());
          };
      placement.submit(grant.licenseId(), lost, Cause.NONE, ReplyTo.NOBODY);
    }
  }

  @Override
  public String connectionId() {
    return connection.id();
  }

  @Override
  public ApiVersion version() {
    return connection.peer().version();
  }

  @Override
  public Reach reach() {
    return reach;
  }

  @Override
  public void push(EncodedPush push, @Nullable String requestId) {
    loop.execute(() -> connection.push(this, push.frameFor(requestId)));
  }

  @Override
  public void disconnect(String reason) {
    loop.execute(() -> connection.disconnect(new Disconnection(reason, null)));
  }
}
