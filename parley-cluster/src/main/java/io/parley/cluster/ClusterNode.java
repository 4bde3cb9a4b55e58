package io.parley.cluster;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.parley.runtime.LicenseHost;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This process as a node of the cluster: a cluster of one, which it joins by itself.
///
/// It needs no database, so that it can come up beside one.
public final class ClusterNode implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ClusterNode.class);
  private static final Duration STOP = Duration.ofSeconds(5);

  private final ActorSystem<Void> system;
  private final ClusterConfig config;

  private ClusterNode(ActorSystem<Void> system, ClusterConfig config) {
    this.system = system;
    this.config = config;
  }

  /// Starts the node. Returns before the cluster has formed; commands wait until it has.
  public static ClusterNode start(ClusterConfig config) {
    ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "parley", settings());
    Cluster cluster = Cluster.get(system);
    cluster.manager().tell(Join.create(cluster.selfMember().address()));
    return new ClusterNode(system, config);
  }

  /// Offers this node to the licenses that sharding places on it.
  public PekkoPlacement place(LicenseHost host) {
    return PekkoPlacement.on(system, config, host);
  }

  /// Ends the node at once: the writers are the host's to stop, and there is nobody to hand
  /// anything over to.
  @Override
  public void close() {
    system.terminate();
    try {
      system.getWhenTerminated().toCompletableFuture().get(STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      log.warn("The cluster node did not stop within {} s", STOP.toSeconds());
    } catch (java.util.concurrent.ExecutionException e) {
      log.warn("The cluster node did not stop cleanly", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Neither files of the class path's root nor system properties have a say: a node is configured
  /// by the server.
  private static Config settings() {
    var loader = ClusterNode.class.getClassLoader();
    return ConfigFactory.parseResources(loader, "parley-cluster.conf")
        .withFallback(ConfigFactory.defaultReferenceUnresolved(loader))
        .resolve();
  }
}
