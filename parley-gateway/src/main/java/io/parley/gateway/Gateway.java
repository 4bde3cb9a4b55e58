package io.parley.gateway;

import io.parley.gateway.access.Tenants;
import io.parley.gateway.call.Calls;
import io.parley.gateway.door.ApiRoutes;
import io.parley.gateway.door.HealthRoutes;
import io.parley.gateway.door.HttpDoor;
import io.parley.gateway.limit.RateLimits;
import io.parley.gateway.limit.Strangers;
import io.parley.gateway.metrics.GatewayMeters;
import io.parley.gateway.rtm.RtmServices;
import io.parley.gateway.sockjs.Pollers;
import io.parley.gateway.web.WebApi;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The doors of the server: everything that listens.
public final class Gateway implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Gateway.class);
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration UNDEPLOY = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final GatewayConfig config;
  private final GatewayPorts ports;
  private final ExecutorService blocking;
  private final List<HttpDoor> doors = new CopyOnWriteArrayList<>();
  private volatile boolean stopping;
  private @Nullable String deployment;

  /// Makes a gateway that is closed yet.
  ///
  /// @param vertx whose event loops it runs on; not closed with it
  public Gateway(Vertx vertx, GatewayConfig config, GatewayPorts ports) {
    this.vertx = vertx;
    this.config = config;
    this.ports = ports;
    this.blocking =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("gateway-", 0).factory());
  }

  /// A Vert.x that suits the gateway: so many event loops, the machine's native transport, no
  /// directories on disk.
  public static Vertx vertx(int eventLoops) {
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(eventLoops)
            .setPreferNativeTransport(true)
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false)));
  }

  /// Listens.
  ///
  /// @return the port
  /// @throws IOException if the address can't be listened on
  public int start() throws IOException {
    var options = new DeploymentOptions().setInstances(config.eventLoops());
    try {
      deployment = await(vertx.deployVerticle(doorSupplier(), options), START);
    } catch (ExecutionException e) {
      throw new IOException(
          "Can't listen on " + config.host() + ":" + config.port() + ": " + reason(e), e);
    } catch (TimeoutException e) {
      throw new IOException("Can't listen on " + config.host() + ":" + config.port(), e);
    }
    return doors.getFirst().port();
  }

  private Supplier<HttpDoor> doorSupplier() {
    var tenants = new Tenants(ports.licenses(), blocking);
    var meters = new GatewayMeters(ports.metrics());
    var calls =
        new Calls(
            ports.placement(),
            ports.queries(),
            ports.renderer(),
            ports.views(),
            new RateLimits(config.rates(), ports.clock()),
            ports.serverMethods(),
            blocking);
    var rtm = rtm(calls, meters);
    var api =
        new WebApi(
            config.http(),
            ports.methods(),
            ports.authenticator(),
            tenants,
            calls,
            ports.incoming(),
            meters);
    var health =
        new HealthRoutes(
            ports.metrics(), () -> !stopping && ports.ready().getAsBoolean(), blocking);
    var pollers = new Pollers();
    return () -> {
      var door =
          new HttpDoor(
              HttpDoor.options(config.host(), config.port(), config.http()),
              config.http(),
              rtm,
              tenants,
              pollers,
              List.of(health),
              List.of(new ApiRoutes(api), ports.routes()),
              () -> stopping);
      doors.add(door);
      return door;
    };
  }

  private RtmServices rtm(Calls calls, GatewayMeters meters) {
    return new RtmServices(
        config.rtm(),
        ports.methods(),
        calls,
        ports.authenticator(),
        ports.grantEnds(),
        ports.placement(),
        ports.sessions(),
        ports.queries(),
        ports.renderer(),
        ports.greetings(),
        new Strangers(config.http().maxStrangersPerAddress()),
        ports.geolocator(),
        ports.ids(),
        meters,
        blocking);
  }

  /// Refuses what comes from now on, answers what was asked, tells every connection and closes, all
  /// within a few seconds. The licenses must still run: they are told who left.
  @Override
  public void close() {
    stopping = true;
    String id = deployment;
    if (id != null) {
      deployment = null;
      quietly(Future.join(doors.stream().map(HttpDoor::dismiss).toList()), config.stopTimeout());
      quietly(vertx.undeploy(id), UNDEPLOY);
    }
    blocking.shutdown();
  }

  private static void quietly(Future<?> future, Duration patience) {
    try {
      await(future, patience);
    } catch (ExecutionException e) {
      log.warn("The doors did not close cleanly", e.getCause());
    } catch (TimeoutException _) {
      log.warn("Connections were still open after {}", patience);
    }
  }

  private static <T> T await(Future<T> future, Duration patience)
      throws ExecutionException, TimeoutException {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeoutException("interrupted");
    }
  }

  private static @Nullable String reason(ExecutionException e) {
    Throwable cause = e.getCause();
    return cause == null ? e.getMessage() : cause.getMessage();
  }
}
