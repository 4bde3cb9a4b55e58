package io.parley.store.journal;

import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.event.FileId;
import io.parley.core.event.UploadedFile;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LoadedChat;
import io.parley.core.license.LoadedCustomer;
import io.parley.core.user.CustomerId;
import io.parley.runtime.Journal;
import io.parley.store.outbox.OutboxListener;
import io.parley.store.outbox.WebhookBodies;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// The journal in PostgreSQL. One thread commits, on a connection that it keeps; loading takes
/// connections as it needs them. For any number of threads.
public final class PostgresJournal implements Journal, AutoCloseable {

  private final Epochs epochs = new Epochs();
  private final ActiveThreads activeThreads = new ActiveThreads();
  private final StateReader reader;
  private final CommitWorker worker;
  private final Thread thread;

  /// Starts a journal that writes no webhooks.
  ///
  /// @param dataSource a pool; one of its connections is kept until [#close]
  public PostgresJournal(DataSource dataSource, CommitListener listener) {
    this(dataSource, listener, (_, _) -> Optional.empty(), OutboxListener.NONE);
  }

  /// Starts a journal.
  ///
  /// @param dataSource a pool; one of its connections is kept until [#close]
  /// @param bodies says what webhooks send; called on the journal's thread
  /// @param outbox hears of what they have to send
  public PostgresJournal(
      DataSource dataSource, CommitListener listener, WebhookBodies bodies, OutboxListener outbox) {
    this.reader = new StateReader(dataSource);
    this.worker =
        new CommitWorker(
            new GroupWriter(dataSource, activeThreads, bodies, outbox), epochs, listener);
    this.thread = Thread.ofPlatform().name("journal").daemon().start(worker);
  }

  @Override
  public Optional<Opened> open(LicenseId licenseId) {
    Optional<Opened> opened = reader.open(licenseId);
    opened.ifPresent(
        each -> {
          epochs.opened(licenseId, each.epoch());
          activeThreads.opened(licenseId, each.epoch(), each.snapshot().activeChats());
        });
    return opened;
  }

  @Override
  public void append(Batch batch) {
    worker.append(batch);
  }

  @Override
  public Optional<LoadedChat> loadChat(LicenseId licenseId, ChatId chatId) {
    return reader.loadChat(licenseId, chatId);
  }

  @Override
  public Optional<LoadedCustomer> loadCustomer(LicenseId licenseId, CustomerId customerId) {
    return reader.loadCustomer(licenseId, customerId);
  }

  @Override
  public Optional<ChatThread> loadThread(LicenseId licenseId, ChatId chatId, ThreadId threadId) {
    return reader.loadThread(licenseId, chatId, threadId);
  }

  @Override
  public Optional<Event> loadEvent(LicenseId licenseId, ChatId chatId, EventId eventId) {
    return reader.loadEvent(licenseId, chatId, eventId);
  }

  @Override
  public List<Event> loadEvents(LicenseId licenseId, ThreadId threadId) {
    return reader.loadEvents(licenseId, threadId);
  }

  @Override
  public Optional<UploadedFile> loadFile(LicenseId licenseId, FileId fileId) {
    return reader.loadFile(licenseId, fileId);
  }

  /// Commits what was appended before, and ends. What is appended later fails.
  @Override
  public void close() {
    worker.end();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
