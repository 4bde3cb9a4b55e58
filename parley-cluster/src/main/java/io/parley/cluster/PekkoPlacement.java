package io.parley.cluster;

import io.parley.core.Command;
import io.parley.core.license.LicenseId;
import io.parley.runtime.Cause;
import io.parley.runtime.LicenseHost;
import io.parley.runtime.Placement;
import io.parley.runtime.ReplyTo;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.HashCodeMessageExtractor;
import org.apache.pekko.cluster.sharding.typed.ShardingEnvelope;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/// Places licenses by cluster sharding and lets commands through to those that live here.
public final class PekkoPlacement implements Placement {
  private static final EntityTypeKey<LicenseMessage> LICENSE =
      EntityTypeKey.create(LicenseMessage.class, "license");

  private final ActorSystem<?> system;
  private final ClusterConfig config;
  private final LicenseHost host;
  private final ConcurrentMap<LicenseId, Door> doors = new ConcurrentHashMap<>();
  private final ActorRef<ShardingEnvelope<LicenseMessage>> region;

  private PekkoPlacement(ActorSystem<?> system, ClusterConfig config, LicenseHost host) {
    this.system = system;
    this.config = config;
    this.host = host;
    this.region =
        ClusterSharding.get(system)
            .init(
                Entity.of(LICENSE, context -> LicenseEntity.of(door(context.getEntityId())))
                    .withStopMessage(new LicenseMessage.Leave())
                    .withMessageExtractor(new HashCodeMessageExtractor<>(config.shards())));
  }

  static PekkoPlacement on(ActorSystem<?> system, ClusterConfig config, LicenseHost host) {
    return new PekkoPlacement(system, config, host);
  }

  @Override
  public void submit(LicenseId licenseId, Command command, Cause cause, ReplyTo replyTo) {
    door(licenseId).submit(command, cause, replyTo);
  }

  @Override
  public void wake(LicenseId licenseId) {
    door(licenseId).wake();
  }

  private Door door(String entityId) {
    return door(new LicenseId(Long.parseLong(entityId)));
  }

  private Door door(LicenseId licenseId) {
    Door there = doors.get(licenseId);
    return there == null
        ? doors.computeIfAbsent(licenseId, id -> new Door(id, host, () -> call(id)))
        : there;
  }

  private void call(LicenseId licenseId) {
    Door door = door(licenseId);
    long awaited = door.currentCall();
    system
        .scheduler()
        .scheduleOnce(
            config.allocationTimeout(), () -> door.giveUp(awaited), system.executionContext());
    region.tell(
        new ShardingEnvelope<>(Long.toString(licenseId.value()), new LicenseMessage.Open()));
  }
}
