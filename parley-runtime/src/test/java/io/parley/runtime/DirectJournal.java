package io.parley.runtime;

import io.parley.core.agent.Agent;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerChange;
import io.parley.core.customer.CustomerRegistered;
import io.parley.core.customer.CustomerUpdated;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.event.FileId;
import io.parley.core.event.UploadedFile;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseProfile;
import io.parley.core.license.LicenseSnapshot;
import io.parley.core.license.LoadedChat;
import io.parley.core.license.LoadedCustomer;
import io.parley.core.user.CustomerId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A journal of one license in memory that commits on the thread that appends, or when it is told
/// to, so that the writer's tests decide when.
///
/// The gateway's tests have one of their own, which commits on another thread and answers queries:
/// tests of different modules share no classes, because the launcher builds without tests and would
/// miss what they share.
final class DirectJournal implements Journal {
  private final LicenseProfile profile;
  private final List<Agent> agents;
  private final Map<ChatId, Chat> chats = new LinkedHashMap<>();
  private final Map<CustomerId, Customer> customers = new LinkedHashMap<>();
  private final Map<ThreadId, List<Event>> events = new LinkedHashMap<>();
  private final ArrayDeque<Batch> waiting = new ArrayDeque<>();
  private long epoch;
  private long seq;
  private boolean held;
  private boolean broken;

  DirectJournal(LicenseProfile profile, Agent... agents) {
    this.profile = profile;
    this.agents = List.of(agents);
  }

  @Override
  public synchronized Optional<Opened> open(LicenseId licenseId) {
    if (!licenseId.equals(profile.id())) {
      return Optional.empty();
    }
    epoch++;
    broken = false;
    var active = chats.values().stream().filter(Chat::active).toList();
    return Optional.of(
        new Opened(
            epoch,
            new LicenseSnapshot(
                profile,
                seq,
                List.of(),
                agents,
                Map.of(),
                active,
                active.stream().flatMap(chat -> customersOf(chat).stream()).toList())));
  }

  @Override
  public void append(Batch batch) {
    synchronized (this) {
      waiting.add(batch);
      if (held) {
        return;
      }
    }
    commit();
  }

  /// Lets batches wait until [#release].
  synchronized void hold() {
    held = true;
  }

  /// Commits what waits, and everything from now on.
  void release() {
    synchronized (this) {
      held = false;
    }
    commit();
  }

  /// Lets what waits fail, and everything after it until the license is opened anew.
  void fail() {
    synchronized (this) {
      held = false;
      broken = true;
    }
    commit();
  }

  synchronized int waitingBatches() {
    return waiting.size();
  }

  private void commit() {
    while (true) {
      Batch batch;
      boolean ok;
      synchronized (this) {
        batch = waiting.poll();
        if (batch == null) {
          return;
        }
        ok = !broken && batch.epoch() == epoch;
        if (ok) {
          batch.changes().forEach(committed -> keep(committed));
          seq = batch.lastSeq();
        }
      }
      if (ok) {
        batch.completion().committed();
      } else {
        batch.completion().failed(new IllegalStateException("the disk is gone"));
      }
    }
  }

  private void keep(Committed committed) {
    switch (committed.change()) {
      case ChatChange change -> {
        Chat before = chats.get(change.chatId());
        Chat after =
            change instanceof ThreadStarted started
                ? started.chat()
                : Objects.requireNonNull(before).apply(change);
        chats.put(change.chatId(), after);
        keepEvents(change);
      }
      case CustomerChange change -> {
        switch (change) {
          case CustomerRegistered(Customer customer) -> customers.put(customer.id(), customer);
          case CustomerUpdated(Customer customer, _) -> customers.put(customer.id(), customer);
          default -> {}
        }
      }
      default -> {}
    }
  }

  private void keepEvents(ChatChange change) {
    List<Event> added =
        switch (change) {
          case ThreadStarted started -> started.initialEvents();
          case EventAdded event -> List.of(event.event());
          default -> List.of();
        };
    added.forEach(
        event -> events.computeIfAbsent(event.id().threadId(), _ -> new ArrayList<>()).add(event));
  }

  @Override
  public synchronized Optional<LoadedChat> loadChat(LicenseId licenseId, ChatId chatId) {
    return Optional.ofNullable(chats.get(chatId))
        .map(chat -> new LoadedChat(chat, customersOf(chat)));
  }

  @Override
  public synchronized Optional<LoadedCustomer> loadCustomer(
      LicenseId licenseId, CustomerId customerId) {
    return Optional.ofNullable(customers.get(customerId)).map(this::loaded);
  }

  @Override
  public synchronized Optional<ChatThread> loadThread(
      LicenseId licenseId, ChatId chatId, ThreadId threadId) {
    return Optional.ofNullable(chats.get(chatId))
        .map(Chat::lastThread)
        .filter(thread -> thread.id().equals(threadId));
  }

  @Override
  public synchronized Optional<Event> loadEvent(
      LicenseId licenseId, ChatId chatId, EventId eventId) {
    return loadEvents(licenseId, eventId.threadId()).stream()
        .filter(event -> event.id().equals(eventId))
        .findFirst();
  }

  @Override
  public synchronized List<Event> loadEvents(LicenseId licenseId, ThreadId threadId) {
    return List.copyOf(events.getOrDefault(threadId, List.of()));
  }

  @Override
  public Optional<UploadedFile> loadFile(LicenseId licenseId, FileId fileId) {
    return Optional.empty();
  }

  private List<LoadedCustomer> customersOf(Chat chat) {
    return chat.customerId().map(customers::get).map(this::loaded).stream().toList();
  }

  private LoadedCustomer loaded(Customer customer) {
    return new LoadedCustomer(
        customer,
        chats.values().stream()
            .filter(chat -> chat.customerId().equals(Optional.of(customer.id())))
            .map(Chat::id)
            .toList());
  }
}
