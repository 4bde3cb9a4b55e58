package io.parley.store.journal;

import io.parley.core.Command;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.EventPropertiesDeleted;
import io.parley.core.chat.EventPropertiesUpdated;
import io.parley.core.chat.PostbackSent;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.ThreadPropertiesDeleted;
import io.parley.core.chat.ThreadPropertiesUpdated;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.chat.ThreadTagged;
import io.parley.core.chat.ThreadUntagged;
import io.parley.core.customer.CustomerChange;
import io.parley.core.event.Event;
import io.parley.core.license.License;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseView;
import io.parley.core.license.ViewLicense;
import io.parley.core.user.CustomerId;
import io.parley.runtime.Cause;
import io.parley.runtime.Committed;
import io.parley.runtime.Delivery;
import io.parley.runtime.Journal;
import io.parley.runtime.LicenseHost;
import io.parley.runtime.Outcome;
import io.parley.runtime.OutcomeBatch;
import io.parley.runtime.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A license with its real writer over a journal, and a record of everything that was delivered:
/// the state that follows from the delivered changes is the live one.
public final class Conversation implements AutoCloseable {

  private final LicenseId licenseId;
  private final Journal journal;
  private final LicenseHost host;
  private final AtomicReference<Instant> now = new AtomicReference<>(TestLicenses.START);
  private final Told delivered = new Told();

  /// Begins with what the journal holds of the license.
  public Conversation(LicenseId licenseId, Journal journal) {
    this.licenseId = licenseId;
    this.journal = journal;
    this.host =
        new LicenseHost(
            journal, delivered, this::tick, new TestLicenses.SeededIds(licenseId.value()));
    delivered.live = new License(journal.open(licenseId).orElseThrow().snapshot());
  }

  /// Everything that was told, in order.
  private static final class Told implements Delivery {
    private @Nullable License live;
    private final Set<ChatId> chats = new LinkedHashSet<>();
    private final Set<CustomerId> customers = new LinkedHashSet<>();
    private final Map<ThreadId, List<Event>> events = new LinkedHashMap<>();
    private final Map<ThreadId, Chat> formerChats = new LinkedHashMap<>();
    private long lastDurableSeq;
    private int resets;

    @Override
    public synchronized void deliver(OutcomeBatch batch) {
      for (Outcome outcome : batch.outcomes()) {
        outcome.changes().forEach(this::take);
        outcome.replyTo().reply(outcome.reply());
      }
    }

    @Override
    public synchronized void reset(LicenseId licenseId) {
      resets++;
    }

    private void take(Committed committed) {
      if (committed.change() instanceof ChatChange change) {
        keepFormer(change);
      }
      if (live != null) {
        live.apply(committed.change());
      }
      if (committed.change().durable()) {
        lastDurableSeq = committed.seq();
      }
      switch (committed.change()) {
        case ThreadStarted started -> {
          chats.add(started.chatId());
          started.initialEvents().forEach(this::take);
        }
        case EventAdded added -> take(added.event());
        case EventPropertiesUpdated updated -> replace(updated.event());
        case EventPropertiesDeleted deleted -> replace(deleted.event());
        case PostbackSent sent -> replace(sent.event());
        case CustomerChange change -> customers.add(change.customerId());
        case ChatChange _ -> {}
        default -> {}
      }
    }

    /// A chat as it was with an earlier thread, changed as that thread is.
    private void keepFormer(ChatChange change) {
      Chat before = live == null ? null : live.chatOrNull(change.chatId());
      if (change instanceof ThreadStarted && before != null && before.lastThread() != null) {
        formerChats.put(before.lastThread().id(), before);
      }
      ThreadId threadId =
          switch (change) {
            case ThreadTagged tagged -> tagged.threadId();
            case ThreadUntagged untagged -> untagged.threadId();
            case ThreadPropertiesUpdated updated -> updated.threadId();
            case ThreadPropertiesDeleted deleted -> deleted.threadId();
            default -> null;
          };
      if (threadId != null) {
        formerChats.computeIfPresent(threadId, (_, chat) -> chat.apply(change));
      }
    }

    private void replace(Event event) {
      events.get(event.id().threadId()).set(event.id().number() - 1, event);
    }

    private void take(Event event) {
      events.computeIfAbsent(event.id().threadId(), _ -> new ArrayList<>()).add(event);
    }
  }

  private Instant tick() {
    return now.updateAndGet(time -> time.plusNanos(1_000));
  }

  /// Lets time pass.
  public void pass(Duration duration) {
    now.updateAndGet(time -> time.plus(duration));
  }

  /// The time.
  public Instant now() {
    return now.get();
  }

  /// The license.
  public LicenseId licenseId() {
    return licenseId;
  }

  /// Submits a command.
  public CompletableFuture<Reply> submit(Command command) {
    var reply = new CompletableFuture<Reply>();
    host.submit(licenseId, command, Cause.NONE, reply::complete);
    return reply;
  }

  /// Submits a command and waits for the answer.
  public Reply reply(Command command) {
    return await(submit(command));
  }

  /// Submits a command that is carried out.
  public Result does(Command command) {
    Reply reply = reply(command);
    if (reply instanceof Reply.Done(Result result, _)) {
      return result;
    }
    throw new AssertionError(command + " was answered by " + reply);
  }

  /// Submits a command that is refused.
  public Rejection refused(Command command) {
    Reply reply = reply(command);
    if (reply instanceof Reply.Refused(Rejection rejection)) {
      return rejection;
    }
    throw new AssertionError(command + " was answered by " + reply);
  }

  /// Waits for an answer.
  public static Reply await(CompletableFuture<Reply> reply) {
    try {
      return reply.get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("no answer came", e);
    }
  }

  /// The license as everyone sees it.
  public LicenseView view() {
    return ((Result.Viewed) does(new ViewLicense())).license();
  }

  /// Ends the writer and loads the license from the journal. What is loaded is what the live state
  /// is from now on.
  ///
  /// @return the state as it was live
  public License reload() {
    host.stop(licenseId);
    var marker = new CompletableFuture<Void>();
    journal.append(
        new Journal.Batch(
            licenseId,
            Long.MAX_VALUE,
            0,
            List.of(),
            new Journal.Completion() {
              @Override
              public void committed() {
                marker.complete(null);
              }

              @Override
              public void failed(Exception cause) {
                marker.completeExceptionally(cause);
              }
            }));
    marker.orTimeout(20, TimeUnit.SECONDS).join();
    synchronized (delivered) {
      License before = live();
      var loaded = new License(journal.open(licenseId).orElseThrow().snapshot());
      for (ChatId chatId : delivered.chats) {
        loaded.admit(journal.loadChat(licenseId, chatId).orElseThrow());
      }
      for (CustomerId customerId : delivered.customers) {
        loaded.admit(journal.loadCustomer(licenseId, customerId).orElseThrow());
      }
      delivered.live = loaded;
      return before;
    }
  }

  /// The live state.
  public License live() {
    synchronized (delivered) {
      License live = delivered.live;
      if (live == null) {
        throw new IllegalStateException("nothing was opened");
      }
      return live;
    }
  }

  /// The chats that were started.
  public List<ChatId> chats() {
    synchronized (delivered) {
      return List.copyOf(delivered.chats);
    }
  }

  /// The customers of whom something was told.
  public List<CustomerId> customers() {
    synchronized (delivered) {
      return List.copyOf(delivered.customers);
    }
  }

  /// The events that were told, by thread.
  public Map<ThreadId, List<Event>> events() {
    synchronized (delivered) {
      return Map.copyOf(delivered.events);
    }
  }

  /// The threads that were followed by others, each with its chat as it was then.
  public Map<ThreadId, Chat> formerChats() {
    synchronized (delivered) {
      return Map.copyOf(delivered.formerChats);
    }
  }

  /// The number of the last durable change.
  public long lastDurableSeq() {
    synchronized (delivered) {
      return delivered.lastDurableSeq;
    }
  }

  /// How often the live state was dropped.
  public int resets() {
    synchronized (delivered) {
      return delivered.resets;
    }
  }

  @Override
  public void close() {
    host.close();
  }
}
