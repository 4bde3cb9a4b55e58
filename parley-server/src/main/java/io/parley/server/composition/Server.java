package io.parley.server.composition;

import io.parley.cluster.ClusterConfig;
import io.parley.cluster.ClusterNode;
import io.parley.core.license.LicenseId;
import io.parley.gateway.content.VisitorsGoals;
import io.parley.runtime.Placement;
import io.parley.runtime.outgoing.Targets;
import io.parley.server.config.ServerConfig;
import io.parley.server.control.ControlDoor;
import io.parley.server.provisioning.BuiltInApplications;
import io.parley.server.provisioning.Provisioner;
import io.parley.server.provisioning.Provisioning;
import io.parley.server.provisioning.SlowWork;
import io.parley.store.search.IndexWorker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The whole server.
///
/// Database, cluster and edge start beside one another, for each takes about as long as the others.
/// What is opened last is closed first: the doors, then the licenses, whose last changes the
/// journal commits, then the database.
public final class Server implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Server.class);

  private final ServerConfig config;
  private final Surroundings surroundings;
  private final Provisioning provisioning;
  private final ClosingStack open = new ClosingStack();
  private volatile Runnable failureListener = () -> {};
  private @Nullable URI address;
  private volatile @Nullable Placement placement;

  /// Makes a server that does nothing yet.
  public Server(ServerConfig config, Surroundings surroundings, Provisioning provisioning) {
    this.config = config;
    this.surroundings = surroundings;
    this.provisioning = provisioning;
  }

  /// Says who is told when the server can't go on.
  public void onFailure(Runnable listener) {
    failureListener = listener;
  }

  /// Starts. Blocks until requests are accepted.
  ///
  /// @throws StartImpossible if it can't be started as things are
  /// @throws io.parley.store.database.DatabaseUnavailable if the database can't be had
  /// @throws io.parley.server.provisioning.ProvisioningInvalid if the provisioning can't be applied
  public void start() {
    try {
      open();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void open() {
    Beside<ClusterNode> node =
        open.add(
            Beside.start(
                "cluster", () -> ClusterNode.start(ClusterConfig.DEFAULTS), ClusterNode::close));
    Beside<EdgeLoops> loops =
        open.add(
            Beside.start(
                "edge", () -> EdgeLoops.start(EdgeSettings.eventLoops(config)), EdgeLoops::close));
    DatabaseModule database =
        open.add(DatabaseModule.open(config, surroundings, () -> failureListener.run()));
    var store = new StoreModule(database.database(), surroundings);
    var processors = new JvmProcessors();
    var index = open.add(new IndexWorker(store.database().jdbi(), processors::areFull));
    var delivery = open.add(new DeliveryModule(loops.get().metrics()));
    var notifications = open.add(new NotificationModule(config, store, delivery.fanOut()));
    var mail =
        open.add(
            new MailModule(config, surroundings, loops.get(), store, notifications.delivery()));
    var webhooks =
        open.add(
            new WebhookModule(config, surroundings, loops.get(), store, targets(), processors));
    var licenses =
        open.add(
            new LicenseModule(
                store,
                webhooks,
                new VisitorsGoals(mail.delivery(), store.contents(), () -> placement),
                surroundings,
                loops.get().metrics()));
    Placement writers = node.get().place(licenses.host());
    placement = writers;
    var files = open.add(new FilesModule(config, surroundings, loops.get(), store));
    EdgeModule edge =
        open.add(
            new EdgeModule(
                config,
                surroundings,
                loops.get(),
                store,
                delivery,
                files,
                webhooks::deliveries,
                mail.letters(),
                licenses::hasCustomer,
                writers,
                database::isUp));
    provisioner(store, writers, edge).apply(provisioning);
    new BuiltInApplications(edge.accounts().provisioning()).register(store.registry().all());
    address = address(edge.listen());
    index.start();
    wake(writers, store.registry().withActiveThreads());
    takeQuestions(writers);
    if (store.registry().all().isEmpty()) {
      log.warn("There is no license yet: --provision FILE makes one");
    }
    log.info("Ready at {}", address);
  }

  private Targets targets() {
    return new Targets(
        host -> List.of(InetAddress.getAllByName(host)), config.allowPrivateTargets());
  }

  private Provisioner provisioner(StoreModule store, Placement writers, EdgeModule edge) {
    return new Provisioner(
        writers,
        store.registry(),
        edge.accounts().provisioning(),
        store.database().jdbi(),
        surroundings.clock(),
        open.add(SlowWork.besideThisProcess()));
  }

  private void takeQuestions(Placement writers) {
    try {
      open.add(ControlDoor.open(config.data(), surroundings.random(), new LocalQuestions(writers)));
    } catch (IOException e) {
      log.warn("Commands can't ask this server anything: {}", e.toString());
    }
  }

  private static void wake(Placement writers, List<LicenseId> licenses) {
    licenses.forEach(writers::wake);
    if (!licenses.isEmpty()) {
      log.info("{} licenses have active threads", licenses.size());
    }
  }

  /// Where the server is reached from this machine.
  public URI address() {
    if (address == null) {
      throw new IllegalStateException("the server has not been started");
    }
    return address;
  }

  /// The way to the licenses' writers, for those who drive a server from within its process.
  public Placement placement() {
    if (placement == null) {
      throw new IllegalStateException("the server has not been started");
    }
    return placement;
  }

  /// Stops, from any thread and at any time, be it before the start is over. Blocks.
  @Override
  public void close() {
    open.close();
  }

  private URI address(int port) {
    String host =
        switch (config.host()) {
          case "0.0.0.0", "::", "" -> "127.0.0.1";
          case String each when each.indexOf(':') >= 0 -> "[" + each + "]";
          case String each -> each;
        };
    return URI.create("http://" + host + ":" + port);
  }
}
