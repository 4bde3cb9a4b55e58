package io.parley.bench.relay;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// A running relay.
public final class RelayServer implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Vertx vertx;
  private final Ledger ledger;
  private final URI address;

  private RelayServer(Vertx vertx, Ledger ledger, URI address) {
    this.vertx = vertx;
    this.ledger = ledger;
    this.address = address;
  }

  /// Starts a relay.
  ///
  /// @param ledger where messages are written down; closed with the relay
  public static RelayServer start(RelayConfig config, Ledger ledger, InstantSource clock) {
    var vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(config.eventLoops())
                .setPreferNativeTransport(true));
    var doors = new CopyOnWriteArrayList<RelayDoor>();
    var switchboard = new Switchboard();
    var customers = new AtomicInteger();
    await(
        vertx.deployVerticle(
            () -> {
              var door = new RelayDoor(config, ledger, switchboard, customers, clock);
              doors.add(door);
              return door;
            },
            new DeploymentOptions().setInstances(config.eventLoops())));
    var address = URI.create("http://127.0.0.1:" + doors.getFirst().port());
    return new RelayServer(vertx, ledger, address);
  }

  /// Where the relay listens.
  public URI address() {
    return address;
  }

  @Override
  public void close() {
    ledger.close();
    await(vertx.close());
  }

  private static void await(Future<?> done) {
    try {
      done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
