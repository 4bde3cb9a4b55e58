package io.parley.core.routing.simulation;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Decision;
import io.parley.core.TestContext;
import io.parley.core.agent.Agent;
import io.parley.core.chat.Chat;
import io.parley.core.customer.RegisterCustomer;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseProfile;
import io.parley.core.license.LicenseSnapshot;
import io.parley.core.license.LoadedChat;
import io.parley.core.license.LoadedCustomer;
import io.parley.core.license.OrganizationId;
import io.parley.core.license.Settings;
import io.parley.core.license.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/// One run: a license, random commands, and promises that are checked after each.
final class Simulation {
  private static final int TICKS_AT_ONCE = 10_000;

  private final World world;
  private final long seed;
  private final SplittableRandom random;
  private final TestContext context = new TestContext();
  private final Population population;
  private final Promises promises;
  private License license;
  private long digest;
  private int step;
  private int restarts;
  private @Nullable Command current;

  Simulation(World world, long seed) {
    this.world = world;
    this.seed = seed;
    random = new SplittableRandom(seed);
    var groups = new ArrayList<Group>();
    for (int i = 1; i <= world.groups(); i++) {
      groups.add(new Group(new GroupId(i), "Group " + i));
    }
    population = new Population(world, random);
    var settings =
        new Settings(
            Duration.ofMinutes(30),
            Duration.ofMinutes(20),
            Duration.ofMinutes(3),
            Duration.ofSeconds(15),
            random.nextInt(5) > 0,
            1 + random.nextInt(20),
            5,
            random.nextInt(8) == 0,
            random.nextBoolean());
    license = new License(snapshot(settings, groups), context.now());
    promises = new Promises(license);
  }

  private LicenseSnapshot snapshot(Settings settings, List<Group> groups) {
    var profile =
        new LicenseProfile(
            new LicenseId(100),
            new OrganizationId("390e44e6-f1e6-4368-96db-74a14508c2e0"),
            "Acme",
            "enterprise",
            "dal",
            Instant.parse("2026-01-01T00:00:00Z"),
            settings);
    return new LicenseSnapshot(
        profile, 0, groups, population.agents(), Map.of(), List.of(), List.of());
  }

  /// Runs to the end, or to the first broken promise.
  ///
  /// @return a number that two equal runs share
  long run() {
    try {
      population.customers().forEach(customer -> does(new RegisterCustomer(customer)));
      for (int i = 0; i < world.agents() / 4; i++) {
        does(population.login(random));
      }
      for (step = 0; step < world.steps(); step++) {
        if (random.nextInt(world.steps() / 4) == 0) {
          restart();
        }
        does(population.command(random, license, promises));
        context.pass(Duration.ofMillis(random.nextInt(4_000)));
        tick();
      }
      Assertions.assertThat(promises.kept()).as("assignments seen").isPositive();
      return digest;
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(
          "seed %d, %s, step %d, %s; replay with -Dparley.routing.seed=%d"
              .formatted(seed, world, step, current, seed),
          broken);
    }
  }

  int restarts() {
    return restarts;
  }

  private void tick() {
    for (int ticks = 0; isDue(); ticks++) {
      Assertions.assertThat(ticks).as("ticks at one time").isLessThan(TICKS_AT_ONCE);
      does(new Tick());
    }
  }

  private boolean isDue() {
    return license.nextDeadline().filter(next -> !next.isAfter(context.now())).isPresent();
  }

  private void does(Command command) {
    current = command;
    promises.before(command);
    decide(command);
    promises.after();
  }

  private void decide(Command command) {
    if (command.decide(license, context) instanceof Decision.Accepted(List<Change> changes, _)) {
      promises.decided();
      for (Change change : changes) {
        promises.beforeChange(change);
        license.apply(change, context.now());
        promises.afterChange(change);
        digest = 31 * digest + change.hashCode();
      }
      license.reaction().ifPresent(this::decide);
    }
  }

  /// What is on disk is loaded; connections are gone.
  private void restart() {
    restarts++;
    var active = promises.activeChats();
    var customers =
        active.stream()
            .flatMap(chat -> chat.customerId().stream())
            .distinct()
            .map(id -> new LoadedCustomer(license.customerOrNull(id), license.chatsOf(id)))
            .toList();
    var before = license;
    license =
        new License(
            new LicenseSnapshot(
                before.profile(),
                before.seq(),
                List.copyOf(before.groups()),
                List.copyOf(before.agents()),
                promises.lastStatuses(),
                active,
                customers),
            context.now());
    population
        .customers()
        .forEach(
            id -> license.admit(new LoadedCustomer(before.customerOrNull(id), before.chatsOf(id))));
    for (var id : population.customers()) {
      for (var chatId : before.chatsOf(id)) {
        Chat chat = before.chatOrNull(chatId);
        if (chat != null && !chat.active()) {
          license.admit(new LoadedChat(chat, List.of()));
        }
      }
    }
    Assertions.assertThat(license.waitingChats()).isEqualTo(before.waitingChats());
    for (Agent agent : before.agents()) {
      Assertions.assertThat(license.activeChatsOf(agent.id()))
          .isEqualTo(before.activeChatsOf(agent.id()));
    }
    promises.restarted(license);
    tick();
    promises.afterAll();
  }
}
