package io.parley.gateway.rtm;

import io.parley.core.Command;
import io.parley.core.agent.AgentConnectionLost;
import io.parley.core.customer.CustomerConnectionLost;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import io.parley.gateway.account.Grant;
import io.parley.gateway.account.GrantWatch;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.push.EncodedPush;
import io.parley.protocol.session.Session;
import io.parley.runtime.Cause;
import io.parley.runtime.ReplyTo;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A login that succeeded, from the license's answer until the connection is left.
final class RtmSession implements Session {
  private final RtmConnection connection;
  private final RtmLoop loop;
  private final Grant grant;
  private final Reach reach;
  private final RtmServices services;
  private final AtomicBoolean left = new AtomicBoolean();
  private GrantWatch.@Nullable Registration watching;

  RtmSession(
      RtmConnection connection, RtmLoop loop, Grant grant, Reach reach, RtmServices services) {
    this.connection = connection;
    this.loop = loop;
    this.grant = grant;
    this.reach = reach;
    this.services = services;
  }

  Grant grant() {
    return grant;
  }

  /// Begins to get pushes. Called from the reply to the login.
  void enter() {
    services.sessions().add(grant.licenseId(), grant.holder().id(), this);
  }

  /// Ends with its token. Called on the event loop.
  void watchToken() {
    watching = services.grantEnds().watch(grant, ended -> disconnect(ended.reason().wireName()));
  }

  /// Gets no more pushes. True for the first call.
  boolean leave() {
    if (!left.compareAndSet(false, true)) {
      return false;
    }
    services.sessions().remove(grant.licenseId(), grant.holder().id(), this);
    loop.execute(this::unwatchToken);
    return true;
  }

  private void unwatchToken() {
    if (watching != null) {
      watching.close();
      watching = null;
    }
  }

  /// Gets no more pushes, and tells the license that the connection is lost, once.
  void lose() {
    if (leave()) {
      Command lost =
          switch (grant.holder().id()) {
            case AgentId agentId -> new AgentConnectionLost(agentId, connectionId());
            case CustomerId customerId -> new CustomerConnectionLost(customerId, connectionId());
          };
      services.placement().submit(grant.licenseId(), lost, Cause.NONE, ReplyTo.NOBODY);
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
