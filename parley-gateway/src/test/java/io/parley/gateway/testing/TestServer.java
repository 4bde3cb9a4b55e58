package io.parley.gateway.testing;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.parley.core.customer.Geolocation;
import io.parley.core.customer.RegisterCustomer;
import io.parley.core.user.CustomerId;
import io.parley.delivery.FanOut;
import io.parley.delivery.Sessions;
import io.parley.gateway.Gateway;
import io.parley.gateway.GatewayConfig;
import io.parley.gateway.GatewayPorts;
import io.parley.gateway.call.Views;
import io.parley.gateway.file.Incoming;
import io.parley.gateway.http.HttpConfig;
import io.parley.gateway.http.Routes;
import io.parley.gateway.limit.RateConfig;
import io.parley.gateway.rtm.RtmConfig;
import io.parley.protocol.method.Catalogue;
import io.parley.protocol.push.PushRenderer;
import io.parley.protocol.response.ResponseRenderer;
import io.parley.runtime.Cause;
import io.parley.runtime.IdSource;
import io.parley.runtime.LicenseHost;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A running gateway over a real license host, delivery, catalogue and renderers; only the journal
/// is in memory.
public final class TestServer implements AutoCloseable {
  private final Acme acme = new Acme();
  private final MemoryJournal journal = new MemoryJournal(Acme.profile(), Acme.agents());
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Sessions sessions = new Sessions();
  private final Views views = new Views();
  private final FanOut delivery;
  private final LicenseHost host;
  private final Vertx vertx = Gateway.vertx(2);
  private final WebSocketClient clients = RtmClient.maker(vertx, 1 << 18);
  private final WebSocketClient smallClients = RtmClient.maker(vertx, 4096);
  private final Gateway gateway;
  private final AtomicBoolean ready = new AtomicBoolean(true);
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();

  /// Starts with the usual limits.
  public static TestServer start() {
    return start(RtmConfig.DEFAULTS);
  }

  /// Starts with these limits of connections.
  public static TestServer start(RtmConfig rtm) {
    return start(HttpConfig.DEFAULTS, rtm, RateConfig.DEFAULTS);
  }

  /// Starts with these limits.
  public static TestServer start(HttpConfig http, RtmConfig rtm, RateConfig rates) {
    try {
      return new TestServer(http, rtm, rates);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private TestServer(HttpConfig http, RtmConfig rtm, RateConfig rates) throws Exception {
    var ids = new Ids();
    delivery = new FanOut(sessions, views::publish, new PushRenderer()::render, metrics);
    host = new LicenseHost(journal, delivery, InstantSource.system(), ids);
    gateway =
        new Gateway(
            vertx,
            new GatewayConfig("127.0.0.1", 0, 2, http, rtm, rates, Duration.ofSeconds(3)),
            new GatewayPorts(
                host,
                new Catalogue()::find,
                new ResponseRenderer(),
                journal::answer,
                _ -> CompletableFuture.completedFuture(List.of()),
                acme::check,
                acme::watch,
                acme,
                sessions,
                views,
                ids,
                InstantSource.system(),
                metrics,
                ready::get,
                Routes.NONE,
                Map.of(),
                new Incoming(Path.of("target", "incoming"), ids, null),
                TestServer::placeOf));
    register(Acme.CARL);
    register(Acme.DORA);
    port = gateway.start();
  }

  /// Whoever comes from this address comes from Wrocław.
  public static final String WROCLAW = "89.64.7.1";

  private static @Nullable Geolocation placeOf(String address) {
    return address.equals(WROCLAW)
        ? new Geolocation("51.1", "17.0", "Poland", "PL", null, "Wrocław", "Europe/Warsaw")
        : null;
  }

  private void register(CustomerId customerId) throws Exception {
    var done = new CompletableFuture<>();
    host.submit(Acme.LICENSE, new RegisterCustomer(customerId), Cause.NONE, done::complete);
    done.get(10, TimeUnit.SECONDS);
  }

  public int port() {
    return port;
  }

  public Acme acme() {
    return acme;
  }

  public MemoryJournal journal() {
    return journal;
  }

  public PrometheusMeterRegistry metrics() {
    return metrics;
  }

  /// How many sessions get pushes.
  public int sessions() {
    return sessions.count();
  }

  /// Says whether the rest of the server is ready.
  public void setReady(boolean now) {
    ready.set(now);
  }

  /// Stops the gateway alone.
  public void stopGateway() {
    gateway.close();
  }

  /// Connects to the Agent Chat RTM API.
  public RtmClient agent() {
    return connect("/v3.1/agent/rtm/ws");
  }

  /// Connects to the Customer Chat RTM API.
  public RtmClient customer() {
    return connect("/v3.1/customer/rtm/ws?license_id=" + Acme.LICENSE);
  }

  /// Connects and logs in.
  public RtmClient agent(String token) {
    return agent().login(token);
  }

  /// Connects and logs in.
  public RtmClient customer(String token) {
    return customer().login(token);
  }

  /// Opens a WebSocket.
  public RtmClient connect(String path, String... headers) {
    return RtmClient.connect(clients, port, path, headers);
  }

  /// Connects a customer whose machine takes in but little that is not read.
  public RtmClient customerWithSmallBuffer(String token) {
    String path = "/v3.1/customer/rtm/ws?license_id=" + Acme.LICENSE;
    return RtmClient.connect(smallClients, port, path).login(token);
  }

  /// A request to be completed.
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  /// Makes a request.
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Gets what is at a path.
  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /// Calls a method of the Web API.
  public HttpResponse<String> post(String path, String token, String body, String... headers) {
    HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  @Override
  public void close() {
    gateway.close();
    host.close();
    delivery.close();
    journal.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    http.close();
  }

  private static final class Ids implements IdSource {
    @Override
    public String nextId() {
      return UUID.randomUUID()
          .toString()
          .replace("-", "")
          .substring(0, 10)
          .toUpperCase(Locale.ROOT);
    }

    @Override
    public String nextUuid() {
      return UUID.randomUUID().toString();
    }
  }
}
