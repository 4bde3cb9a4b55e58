package io.parley.cluster;

import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/// A license on the node where sharding has placed it: opens its door, and shuts it again before it
/// leaves.
final class LicenseEntity extends AbstractBehavior<LicenseMessage> {
  private final Door door;

  private LicenseEntity(ActorContext<LicenseMessage> context, Door door) {
    super(context);
    this.door = door;
    door.open();
  }

  static Behavior<LicenseMessage> of(Door door) {
    return Behaviors.setup(context -> new LicenseEntity(context, door));
  }

  @Override
  public Receive<LicenseMessage> createReceive() {
    return newReceiveBuilder()
        .onMessage(LicenseMessage.Open.class, _ -> open())
        .onMessage(LicenseMessage.Leave.class, _ -> leave())
        .onMessage(LicenseMessage.Left.class, _ -> Behaviors.stopped())
        .build();
  }

  private Behavior<LicenseMessage> open() {
    door.open();
    return this;
  }

  /// Ending a writer waits for its last commit: not on a thread of the actors. What comes meanwhile
  /// waits before the door and calls the entity anew.
  private Behavior<LicenseMessage> leave() {
    var self = getContext().getSelf();
    Thread.ofVirtual()
        .start(
            () -> {
              door.shut();
              self.tell(new LicenseMessage.Left());
            });
    return Behaviors.receiveMessage(
        message -> message instanceof LicenseMessage.Left ? Behaviors.stopped() : Behaviors.same());
  }
}
