package io.parley.core.license;

import io.parley.core.Command;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentChange;
import io.parley.core.agent.AgentDisconnected;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.InactivityReviewed;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerAccessChanged;
import io.parley.core.customer.CustomerBanned;
import io.parley.core.customer.CustomerChange;
import io.parley.core.customer.CustomerConnected;
import io.parley.core.customer.CustomerDisconnected;
import io.parley.core.customer.CustomerRegistered;
import io.parley.core.customer.CustomerUpdated;
import io.parley.core.customer.GoalReached;
import io.parley.core.customer.GreetingAwaited;
import io.parley.core.customer.GreetingShown;
import io.parley.core.customer.PageViewed;
import io.parley.core.customer.SideStorageUpdated;
import io.parley.core.customer.VisitEnded;
import io.parley.core.customer.VisitStarted;
import io.parley.core.routing.QueueReviewed;
import io.parley.core.routing.RoutingFeed;
import io.parley.core.routing.Seat;
import io.parley.core.routing.ThreadReview;
import io.parley.core.user.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What goes on in a license: who is there, which chats and customers are in memory, what the
/// router knows, what is due. Its parts are for [License] to read; each change is told to all of
/// them here.
final class Activity {
  private static final int IDLE_RESIDENTS = 20_000;

  /// A customer who goes from one page to the next is away for a moment.
  private static final Duration VISIT_GRACE = Duration.ofSeconds(15);

  /// After a restart of the server it takes clients a while to come back.
  private static final Duration RETURN_GRACE = Duration.ofSeconds(60);

  final Presences presences;
  final Residents residents = new Residents(IDLE_RESIDENTS);
  final Workload workload = new Workload();
  final RoutingFeed routing = new RoutingFeed();
  final Deadlines deadlines = new Deadlines();
  final SneakPeeks sneakPeeks = new SneakPeeks();
  final AwaitedGreetings greetings = new AwaitedGreetings();
  private final License license;
  private Instant clock;

  /// Knows which agents were there; chats come with [#restore].
  Activity(License license, LicenseSnapshot snapshot, Instant now) {
    this.license = license;
    clock = now;
    presences =
        new Presences(
            snapshot.lastRoutingStatuses(),
            snapshot.agents().stream().filter(Agent::isBot).map(Agent::id).toList());
  }

  /// Takes in what was loaded.
  ///
  /// @param missedFrom when agents who had chats and don't come back are missed
  void restore(LicenseSnapshot snapshot, Instant missedFrom) {
    snapshot.activeChats().forEach(chat -> takeIn(chat, missedFrom));
    presences.agents().forEach(this::reseat);
    snapshot.customers().forEach(residents::put);
  }

  /// How long agents may take to come back after a restart.
  static Duration returnGrace(Settings settings) {
    Duration grace = settings.agentDisconnectGrace();
    return grace.compareTo(RETURN_GRACE) > 0 ? grace : RETURN_GRACE;
  }

  /// Awaits the agents who had chats.
  void awaitAgents(Instant missedFrom) {
    for (AgentId agentId : workload.agents()) {
      if (presences.isKnown(agentId) && routing.state().roster().seatOrNull(agentId) == null) {
        deadlines.set(new Deadlines.Subject.OfAgent(agentId), missedFrom);
      }
    }
  }

  /// Time has passed, or has not.
  void passTo(Instant now) {
    if (now.isAfter(clock)) {
      clock = now;
    }
  }

  /// When something is to be looked at; at once if the router was not asked yet.
  Optional<Instant> nextDeadline() {
    if (routing.isCalled()) {
      return Optional.of(clock);
    }
    return Stream.of(deadlines.next(), routing.state().queueReviewDue())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  Optional<Command> takeReaction() {
    return routing.takeReaction();
  }

  void admit(LoadedChat loaded) {
    if (residents.chat(loaded.chat().id()) == null) {
      takeIn(loaded.chat(), clock);
    }
    loaded.customers().forEach(residents::put);
  }

  private void takeIn(Chat chat, Instant missedFrom) {
    residents.put(chat);
    if (chat.active()) {
      workload.update(null, chat);
      routing.restore(chat, clock, missedFrom);
      schedule(chat);
    }
  }

  private void schedule(Chat chat) {
    ChatThread thread = chat.lastThread();
    var subject = new Deadlines.Subject.OfChat(chat.id());
    if (thread != null && thread.active()) {
      deadlines.set(subject, ThreadReview.due(license, chat, thread));
    } else {
      deadlines.clear(subject);
    }
  }

  /// The license is set up differently now, or those who wait were looked at.
  void apply(LicenseChange change) {
    if (change instanceof LicenseConfigured) {
      residents.activeChats().forEach(this::schedule);
      routing.lookEverywhere();
    } else if (change instanceof GroupDeleted(var groupId)) {
      residents.forget(groupId);
    } else if (change instanceof QueueReviewed reviewed) {
      routing.reviewed(reviewed);
    }
  }

  void apply(ChatChange change) {
    sneakPeeks.apply(change, deadlines);
    @Nullable Chat before = residents.chat(change.chatId());
    if (change instanceof InactivityReviewed reviewed) {
      deadlines.set(new Deadlines.Subject.OfChat(reviewed.chatId()), reviewed.next());
      routing.reviewed(reviewed.chatId(), reviewed.next());
      return;
    }
    if (!change.durable()) {
      return;
    }
    Chat after = change instanceof ThreadStarted started ? started.chat() : applied(before, change);
    residents.put(after);
    Workload.Shift shift = workload.update(before, after);
    shift.gained().forEach(presences::assigned);
    shift.gained().forEach(this::reseat);
    shift.lost().forEach(this::reseat);
    boolean wasActive = before != null && before.active();
    boolean replies = license.settings().agentReplyTimeout().isPositive();
    if (routing.apply(change, before, after, clock, replies)
        || wasActive != after.active()
        || change instanceof ThreadStarted) {
      schedule(after);
    }
    if (change instanceof ThreadStarted started && started.customer() != null) {
      residents.update(started.customer());
      residents.addChat(started.customer().id(), after.id());
    }
    if (change instanceof UserAddedToChat added && added.customer() != null) {
      residents.update(added.customer());
      residents.addChat(added.customer().id(), after.id());
    }
    if (wasActive != after.active()) {
      after.customerId().ifPresent(residents::settle);
    }
  }

  private static Chat applied(@Nullable Chat before, ChatChange change) {
    if (before == null) {
      throw new IllegalStateException("chat " + change.chatId() + " is not in memory");
    }
    return before.apply(change);
  }

  /// Tells the router what it has to know of an agent.
  private void reseat(AgentId agentId) {
    Agent agent = license.agentOrNull(agentId);
    Presence presence = presences.of(agentId);
    if (agent == null || presence.status() == RoutingStatus.OFFLINE) {
      routing.remove(agentId);
    } else {
      boolean accepting = presence.status() == RoutingStatus.ACCEPTING_CHATS;
      routing.put(new Seat(agent, accepting, workload.of(agentId), presence.lastAssigned()));
    }
  }

  void apply(AgentChange change) {
    presences.apply(change);
    reseat(change.agentId());
    var subject = new Deadlines.Subject.OfAgent(change.agentId());
    Instant since = presences.of(change.agentId()).unconnectedSince();
    if (change instanceof AgentDisconnected && since != null) {
      deadlines.set(subject, since.plus(license.settings().agentDisconnectGrace()));
    } else if (since == null) {
      deadlines.clear(subject);
    }
  }

  void apply(CustomerChange change) {
    switch (change) {
      case CustomerRegistered(Customer customer) -> residents.update(customer);
      case CustomerUpdated(Customer customer, _) -> residents.update(customer);
      case CustomerBanned(Customer customer, _) -> residents.update(customer);
      case VisitStarted(Customer customer) -> {
        residents.update(customer);
        residents.forgetGoals(customer.id());
      }
      case PageViewed(Customer customer, _) -> residents.update(customer);
      case VisitEnded(Customer customer) -> {
        residents.update(customer);
        deadlines.clear(new Deadlines.Subject.OfVisit(customer.id()));
      }
      case CustomerConnected connected -> {
        residents.connections(connected.customerId(), 1);
        deadlines.clear(new Deadlines.Subject.OfVisit(connected.customerId()));
      }
      case CustomerDisconnected gone -> {
        residents.connections(gone.customerId(), -1);
        if (!residents.isConnected(gone.customerId())) {
          deadlines.set(
              new Deadlines.Subject.OfVisit(gone.customerId()), gone.at().plus(VISIT_GRACE));
        }
      }
      case CustomerAccessChanged changed -> {
        Customer customer = residents.customer(changed.customerId());
        if (customer != null) {
          residents.update(customer.with(changed.result()));
        }
      }
      case GoalReached reached -> residents.reached(reached.customerId(), reached.goalId());
      case SideStorageUpdated _, GreetingAwaited _, GreetingShown _ -> {}
    }
    greetings.apply(change, !residents.isConnected(change.customerId()), clock, deadlines);
  }
}
