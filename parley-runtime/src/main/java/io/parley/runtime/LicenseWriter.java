package io.parley.runtime;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.license.License;
import io.parley.core.license.LicenseId;
import io.parley.core.license.Tick;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Owns the live state of one license: takes commands from a mailbox, decides and applies them one
/// after another on one thread, and hands the outcomes to the journal in batches. What is decided
/// is ahead of what is committed; nothing leaves before the [CommitGate] opens.
final class LicenseWriter implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(LicenseWriter.class);
  private static final int BATCH = 256;
  private static final int MAILBOX = 100_000;
  private static final Duration SLEEP = Duration.ofSeconds(60);

  private final LicenseId licenseId;
  private final Journal journal;
  private final CommitGate gate;
  private final Loader loader;
  private final DecisionContext context;
  private final InstantSource clock;
  private final LinkedBlockingQueue<Message> mailbox = new LinkedBlockingQueue<>(MAILBOX);
  private final Waiting waiting = new Waiting();
  private @Nullable License license;
  private long epoch;
  private long generation;
  private List<Outcome> outcomes = new ArrayList<>();
  private List<Committed> durable = new ArrayList<>();
  private Reply unavailable = new Reply.Failed();
  private boolean running = true;

  LicenseWriter(
      LicenseId licenseId, Journal journal, Delivery delivery, InstantSource clock, IdSource ids) {
    this.licenseId = licenseId;
    this.journal = journal;
    this.gate = new CommitGate(licenseId, delivery, this::commitFailed);
    this.loader = new Loader(journal, licenseId);
    this.context = new DecisionContext(clock, ids);
    this.clock = clock;
  }

  /// Puts a command into the mailbox; refuses it if the mailbox is full.
  void submit(Submission submission) {
    if (!mailbox.offer(new Message.Submitted(submission))) {
      submission.replyTo().reply(new Reply.Failed());
    }
  }

  /// Ends the writer when everything that was submitted before is handed to the journal.
  void stop() {
    enqueue(new Message.Stop());
  }

  int mailboxDepth() {
    return mailbox.size();
  }

  private void enqueue(Message message) {
    try {
      mailbox.put(message);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void commitFailed(long failedGeneration, Exception cause) {
    enqueue(new Message.CommitFailed(failedGeneration, cause));
  }

  @Override
  public void run() {
    var taken = new ArrayList<Message>(BATCH);
    try {
      while (running) {
        Message first = mailbox.poll(untilDeadline().toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          taken.add(first);
          mailbox.drainTo(taken, BATCH - 1);
        }
        work(taken);
        taken.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(List<Message> messages) {
    for (Message message : messages) {
      guarded(() -> handle(message));
    }
    guarded(
        () -> {
          if (license != null && isDue(license)) {
            decide(new Submission(new Tick(), Cause.NONE, ReplyTo.NOBODY), Loaded.NOTHING);
          }
          flush();
        });
  }

  /// A bug costs the license its live state, which is loaded again, and nobody else anything.
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | StackOverflowError e) {
      log.error("License {}: the live state is dropped", licenseId, e);
      drop();
    }
  }

  private Duration untilDeadline() {
    if (license == null) {
      return SLEEP;
    }
    Optional<Instant> next = license.nextDeadline();
    if (next.isEmpty()) {
      return SLEEP;
    }
    Duration left = Duration.between(clock.instant(), next.get()).plusMillis(1);
    return left.isNegative() ? Duration.ZERO : left.compareTo(SLEEP) < 0 ? left : SLEEP;
  }

  private boolean isDue(License state) {
    Optional<Instant> next = state.nextDeadline();
    return next.isPresent() && !next.get().isAfter(clock.instant());
  }

  private void handle(Message message) {
    switch (message) {
      case Message.Submitted(Submission submission) -> dispatch(submission);
      case Message.Arrived(Submission submission, Loaded loaded) -> arrived(submission, loaded);
      case Message.LoadFailed(Submission submission, Exception cause) -> {
        log.error("License {}: could not load for {}", licenseId, name(submission), cause);
        fail(submission);
        waiting.release(submission.touches()).forEach(this::dispatch);
      }
      case Message.CommitFailed(long failed, Exception cause) -> {
        if (failed == generation) {
          log.error("License {}: a commit failed, the live state is dropped", licenseId, cause);
          drop();
        }
      }
      case Message.Stop() -> running = false;
    }
  }

  private void dispatch(Submission submission) {
    License state = opened();
    if (state == null) {
      submission.replyTo().reply(unavailable);
      return;
    }
    List<Object> touched = submission.touches();
    if (!touched.isEmpty() && !waiting.isEmpty() && waiting.queue(submission, touched)) {
      return;
    }
    List<Need> missing = missing(state, submission.command());
    if (missing.isEmpty()) {
      decide(submission, Loaded.NOTHING);
    } else {
      waiting.hold(touched);
      load(submission, missing);
    }
  }

  private static List<Need> missing(License state, Command command) {
    List<Need> needs = command.needs();
    for (Need need : needs) {
      if (!state.has(need)) {
        return needs.stream().filter(each -> !state.has(each)).toList();
      }
    }
    return List.of();
  }

  /// Loads behind everything that was decided so far, so that what is read is not older than the
  /// live state.
  private void load(Submission submission, List<Need> needs) {
    flush();
    journal.append(
        new Journal.Batch(
            licenseId,
            epoch,
            license == null ? 0 : license.seq(),
            List.of(),
            new Journal.Completion() {
              @Override
              public void committed() {
                Thread.ofVirtual().start(() -> enqueue(loaded(submission, needs)));
              }

              @Override
              public void failed(Exception cause) {
                Thread.ofVirtual().start(() -> enqueue(new Message.LoadFailed(submission, cause)));
              }
            }));
  }

  private Message loaded(Submission submission, List<Need> needs) {
    try {
      return new Message.Arrived(submission, loader.load(needs));
    } catch (RuntimeException e) {
      return new Message.LoadFailed(submission, e);
    }
  }

  private void arrived(Submission submission, Loaded loaded) {
    License state = opened();
    if (state == null) {
      submission.replyTo().reply(unavailable);
    } else {
      loaded.customers().forEach(state::admit);
      loaded.chats().forEach(state::admit);
      if (isStale(state, submission.command(), loaded)) {
        load(submission, submission.command().needs());
        return;
      }
      decide(submission, loaded);
    }
    waiting.release(submission.touches()).forEach(this::dispatch);
  }

  /// True if a thread got an event while its events were read.
  private static boolean isStale(License state, Command command, Loaded loaded) {
    for (Need need : command.needs()) {
      if (need instanceof Need.OfLastThreadEvents(ChatId chatId)) {
        Chat chat = state.chatOrNull(chatId);
        ChatThread thread = chat == null ? null : chat.lastThread();
        if (thread != null
            && loaded.events().getOrDefault(thread.id(), List.of()).size() != thread.eventCount()) {
          return true;
        }
      }
    }
    return false;
  }

  private void decide(Submission submission, Loaded loaded) {
    License state = opened();
    if (state == null) {
      submission.replyTo().reply(unavailable);
      return;
    }
    switch (decided(submission, state, loaded)) {
      case Decision.Rejected(var rejection) ->
          outcomes.add(
              new Outcome(
                  submission.cause(),
                  submission.replyTo(),
                  new Reply.Refused(rejection),
                  List.of()));
      case Decision.Accepted(List<Change> changes, var result) -> {
        List<Committed> applied = apply(state, changes);
        outcomes.add(
            new Outcome(
                submission.cause(),
                submission.replyTo(),
                new Reply.Done(result, state.seq()),
                applied));
        state
            .reaction()
            .ifPresent(
                command ->
                    decide(new Submission(command, Cause.NONE, ReplyTo.NOBODY), Loaded.NOTHING));
      }
    }
  }

  private Decision decided(Submission submission, License state, Loaded loaded) {
    try {
      return submission.command().decide(state, context.begin(loaded));
    } catch (RuntimeException e) {
      fail(submission);
      throw e;
    }
  }

  private List<Committed> apply(License state, List<Change> changes) {
    if (changes.isEmpty()) {
      return List.of();
    }
    var applied = new ArrayList<Committed>(changes.size());
    for (Change change : changes) {
      var audience = state.apply(change, context.now());
      var committed = new Committed(state.seq(), change, audience, state.firedBy(change));
      applied.add(committed);
      if (committed.durable()) {
        durable.add(committed);
      }
    }
    return applied;
  }

  private void flush() {
    if (outcomes.isEmpty() || license == null) {
      return;
    }
    var batch = new OutcomeBatch(licenseId, license.view(), outcomes);
    journal.append(
        new Journal.Batch(
            licenseId, epoch, license.seq(), durable, gate.completionOf(batch, generation)));
    outcomes = new ArrayList<>();
    durable = new ArrayList<>();
  }

  private @Nullable License opened() {
    if (license != null) {
      return license;
    }
    try {
      Optional<Journal.Opened> opened = journal.open(licenseId);
      if (opened.isPresent()) {
        epoch = opened.get().epoch();
        license = new License(opened.get().snapshot(), clock.instant());
      }
      unavailable = new Reply.NoSuchLicense();
    } catch (RuntimeException e) {
      log.error("License {}: can't be loaded", licenseId, e);
      unavailable = new Reply.Failed();
    }
    return license;
  }

  private void drop() {
    generation++;
    license = null;
    outcomes.forEach(outcome -> outcome.replyTo().reply(new Reply.Failed()));
    outcomes = new ArrayList<>();
    durable = new ArrayList<>();
    waiting.clear().forEach(LicenseWriter::fail);
    gate.reset();
  }

  private static void fail(Submission submission) {
    submission.replyTo().reply(new Reply.Failed());
  }

  private static String name(Submission submission) {
    return submission.command().getClass().getSimpleName();
  }
}
