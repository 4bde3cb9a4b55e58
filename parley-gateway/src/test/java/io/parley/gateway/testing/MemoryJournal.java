package io.parley.gateway.testing;

import io.parley.core.agent.Agent;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerRegistered;
import io.parley.core.customer.CustomerUpdated;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.event.FileId;
import io.parley.core.event.UploadedFile;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseProfile;
import io.parley.core.license.LicenseSnapshot;
import io.parley.core.license.LicenseView;
import io.parley.core.license.LoadedChat;
import io.parley.core.license.LoadedCustomer;
import io.parley.core.query.Answer;
import io.parley.core.query.Query;
import io.parley.core.user.CustomerId;
import io.parley.runtime.Committed;
import io.parley.runtime.Journal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A journal of one license in memory: commits on a thread of its own, in order, as the real one
/// does, and fails when told to. Answers queries from what it holds.
public final class MemoryJournal implements Journal, AutoCloseable {
  private final LicenseProfile profile;
  private final List<Agent> agents;
  private final Map<ChatId, Chat> chats = new LinkedHashMap<>();
  private final Map<CustomerId, Customer> customers = new LinkedHashMap<>();
  private final Map<ThreadId, List<Event>> events = new LinkedHashMap<>();
  private final ExecutorService commits =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("test-journal").factory());
  private long epoch;
  private long seq;
  private boolean broken;
  private boolean held;
  private final List<Batch> heldBack = new ArrayList<>();

  public MemoryJournal(LicenseProfile profile, List<Agent> agents) {
    this.profile = profile;
    this.agents = agents;
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
  public synchronized void append(Batch batch) {
    if (held) {
      heldBack.add(batch);
    } else {
      commits.execute(() -> commit(batch));
    }
  }

  /// Lets commits wait until [#release].
  public synchronized void hold() {
    held = true;
  }

  /// Commits what waits, and everything from now on.
  public synchronized void release() {
    held = false;
    heldBack.forEach(batch -> commits.execute(() -> commit(batch)));
    heldBack.clear();
  }

  /// How many batches wait.
  public synchronized int waiting() {
    return heldBack.size();
  }

  /// Lets every commit fail until the license is opened anew.
  public synchronized void fail() {
    broken = true;
  }

  private void commit(Batch batch) {
    boolean committed;
    synchronized (this) {
      committed = !broken && batch.epoch() == epoch;
      if (committed) {
        batch.changes().forEach(this::keep);
        seq = batch.lastSeq();
      }
    }
    if (committed) {
      batch.completion().committed();
    } else {
      batch.completion().failed(new IllegalStateException("the disk is gone"));
    }
  }

  private void keep(Committed committed) {
    switch (committed.change()) {
      case ThreadStarted started -> {
        chats.put(started.chatId(), started.chat());
        started.initialEvents().forEach(this::keep);
      }
      case ChatChange change -> {
        chats.compute(change.chatId(), (_, chat) -> Objects.requireNonNull(chat).apply(change));
        if (change instanceof EventAdded added) {
          keep(added.event());
        }
      }
      case CustomerRegistered(Customer customer) -> customers.put(customer.id(), customer);
      case CustomerUpdated(Customer customer, _) -> customers.put(customer.id(), customer);
      default -> {}
    }
  }

  private void keep(Event event) {
    events.computeIfAbsent(event.id().threadId(), _ -> new ArrayList<>()).add(event);
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

  /// Answers a query; who may see what is left to the real history.
  public synchronized Answer answer(LicenseView view, Query query) {
    return switch (query) {
      case Query.Chats wanted -> {
        var found =
            chats.values().stream()
                .filter(
                    chat ->
                        !(wanted.caller().userId() instanceof CustomerId id) || chat.isPresent(id))
                .toList();
        yield new Answer.Chats(
            found.stream().map(chat -> new Answer.ChatSummary(chat, Map.of(), false)).toList(),
            found.size(),
            null,
            null,
            customers);
      }
      case Query.Threads wanted -> {
        ChatThread thread = lastThread(wanted.chatId());
        yield new Answer.Threads(List.of(thread), 1, null, null);
      }
      case Query.ThreadsWithEvents wanted -> {
        ChatThread thread = lastThread(wanted.chatId());
        yield new Answer.ChatWithThreads(
            chats.get(wanted.chatId()),
            List.of(
                new Answer.ThreadWithEvents(
                    thread, List.copyOf(events.getOrDefault(thread.id(), List.of())))),
            List.of(new Answer.ThreadEntry(thread.id(), thread.ordinal())),
            customers);
      }
      case Query.OneCustomer wanted ->
          new Answer.OneCustomer(
              new Answer.CustomerActivity(
                  Objects.requireNonNull(customers.get(wanted.customerId())), null, null));
      case Query.Archives _, Query.Customers _ ->
          throw new IllegalArgumentException("lists are left to the real history");
    };
  }

  private ChatThread lastThread(ChatId chatId) {
    return Objects.requireNonNull(Objects.requireNonNull(chats.get(chatId)).lastThread());
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

  @Override
  public void close() {
    commits.shutdown();
  }
}
