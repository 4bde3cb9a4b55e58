package io.parley.gateway.rtm;

import io.parley.core.ErrorType;
import io.parley.gateway.access.TenantName;
import io.parley.gateway.access.Tenants;
import io.parley.gateway.account.ClientAddress;
import io.parley.gateway.account.Tenant;
import io.parley.gateway.http.Answers;
import io.parley.gateway.http.HttpConfig;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where RTM connections of one event loop come in, whatever carries them.
public final class RtmDoor {
  private final RtmLoop loop;
  private final RtmServices services;
  private final Tenants tenants;
  private final HttpConfig config;

  /// What a request tells of who opens a connection.
  ///
  /// @param version as the path names it
  /// @param address where the request comes from, be it through a proxy
  public record Opening(
      Api api, String version, MultiMap headers, MultiMap parameters, String address) {

    /// What is wrong with the request, or null.
    public @Nullable String problem() {
      return api == Api.CUSTOMER && TenantName.of(parameters).isEmpty()
          ? "The query parameter `license_id` or `organization_id` is missing or malformed"
          : null;
    }
  }

  /// Makes a connection of a WebSocket.
  @FunctionalInterface
  public interface Carrier {
    /// Opens a connection at the door.
    void carry(RtmDoor door, ServerWebSocket socket, Opening opening);
  }

  /// Opens on one event loop.
  public RtmDoor(RtmLoop loop, RtmServices services, Tenants tenants, HttpConfig config) {
    this.loop = loop;
    this.services = services;
    this.tenants = tenants;
    this.config = config;
  }

  /// What a request tells of who opens a connection.
  public Opening opening(HttpServerRequest request, Api api, String version) {
    return new Opening(
        api,
        version,
        request.headers(),
        request.params(),
        ClientAddress.exact(request, config.forwardedTrusted()));
  }

  /// Makes a WebSocket of a request, and a connection of that.
  ///
  /// @param carrier says in which frames messages travel
  /// @param upgraded is told of the connection that is none of HTTP any more
  public void upgrade(
      HttpServerRequest request,
      Opening opening,
      Carrier carrier,
      Consumer<HttpConnection> upgraded) {
    String problem =
        request.canUpgradeToWebSocket() ? opening.problem() : "This address is for WebSockets";
    if (problem != null) {
      Answers.fail(request.response(), ErrorType.VALIDATION, problem);
      return;
    }
    HttpConnection connection = request.connection();
    request
        .toWebSocket()
        .onSuccess(
            socket -> {
              upgraded.accept(connection);
              carrier.carry(this, socket, opening);
            });
  }

  /// Lets messages travel in texts of their own.
  public void carry(ServerWebSocket socket, Opening opening) {
    var wire = new WebSocketWire(socket, Framing.PLAIN, maxFrameBytes());
    wire.connect(open(wire, opening));
  }

  /// The loop of the connections that come in here.
  public RtmLoop loop() {
    return loop;
  }

  /// How large one message may be.
  public int maxFrameBytes() {
    return config.maxFrameBytes();
  }

  /// Begins a connection on a wire. What the wire has to say is to be told to it from then on.
  public RtmConnection open(Wire wire, Opening opening) {
    Optional<ApiVersion> version = opening.api().version(opening.version());
    var peer =
        new Peer(
            opening.api(),
            version.orElse(ApiVersion.V3_1),
            tenant(opening),
            region(opening),
            opening.address(),
            opening.headers().get("User-Agent"));
    var connection = new RtmConnection(loop, wire, peer, services);
    connection.open();
    if (version.isEmpty()) {
      connection.disconnect(Disconnection.UNSUPPORTED_VERSION);
    }
    return connection;
  }

  /// The region that the client asks for; clients that know none send an empty header.
  private static @Nullable String region(Opening opening) {
    String region = opening.headers().get("X-Region");
    return region == null || region.isBlank() ? null : region;
  }

  private @Nullable Future<Optional<Tenant>> tenant(Opening opening) {
    return opening.api() == Api.CUSTOMER
        ? TenantName.of(opening.parameters()).map(tenants::find).orElse(null)
        : null;
  }
}
