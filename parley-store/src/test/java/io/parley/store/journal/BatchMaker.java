package io.parley.store.journal;

import io.parley.core.Audience;
import io.parley.core.Change;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.ThreadId;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerRegistered;
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.event.EventId;
import io.parley.core.event.Recipients;
import io.parley.core.license.LicenseId;
import io.parley.core.property.Properties;
import io.parley.core.user.CustomerId;
import io.parley.runtime.Committed;
import io.parley.runtime.Journal;
import io.parley.runtime.Journal.Batch;
import io.parley.runtime.Journal.Completion;
import io.parley.store.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Makes batches of one license as its writer would, under the epoch that it was opened with.
final class BatchMaker {

  private final LicenseId licenseId;
  private final Ends ends;
  private long epoch;
  private long seq;
  private int number;

  /// How batches ended, in the order in which that was told.
  static final class Ends {
    private final List<String> told = new ArrayList<>();

    Completion of(String name) {
      return new Completion() {
        @Override
        public void committed() {
          tell(name + " committed");
        }

        @Override
        public void failed(Exception cause) {
          tell(name + " failed");
        }
      };
    }

    private synchronized void tell(String end) {
      told.add(end);
    }

    synchronized List<String> told() {
      return List.copyOf(told);
    }
  }

  BatchMaker(Journal journal, Ends ends) {
    this(TestLicenses.created(), journal, ends);
  }

  BatchMaker(LicenseId licenseId, Journal journal, Ends ends) {
    this.licenseId = licenseId;
    this.ends = ends;
    startThread();
    open(journal);
  }

  /// An active thread for the events.
  private void startThread() {
    try {
      TestDatabase.execute(
          """
          insert into chat (
            license_id, id, created_at, last_thread_created_at, active, last_thread_id, group_ids,
            followers, properties)
          values (%1$s, 'CHAT', now(), now(), true, 'THREAD', '{0}', '{}', '{}');
          insert into thread (
            license_id, id, chat_id, ordinal, created_at, group_ids, tags, user_keys, properties)
          values (%1$s, 'THREAD', 'CHAT', 1, now(), '{0}', '{}', '{}', '{}')
          """
              .formatted(licenseId));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  LicenseId licenseId() {
    return licenseId;
  }

  /// Takes the license over.
  void open(Journal journal) {
    var opened = journal.open(licenseId).orElseThrow();
    epoch = opened.epoch();
    seq = opened.snapshot().seq();
  }

  Batch empty(String name) {
    return batch(name, List.of());
  }

  Batch event(String name) {
    return batch(name, List.of(nextEvent()));
  }

  /// A batch that needs more than one statement.
  Batch customer(String name) {
    var customer = Customer.unknown(new CustomerId(name), TestLicenses.START);
    return batch(name, List.of(new CustomerRegistered(customer), nextEvent()));
  }

  /// A batch that the database refuses, for it has a row twice.
  Batch refused(String name) {
    Change event = nextEvent();
    return batch(name, List.of(event, event));
  }

  private Change nextEvent() {
    number++;
    return new EventAdded(
        new ChatId("CHAT"),
        new Event(
            new EventId(new ThreadId("THREAD"), number),
            null,
            TestLicenses.START.plusMillis(number),
            null,
            Recipients.ALL,
            Properties.NONE,
            new EventBody.Message("event " + number, null)));
  }

  private Batch batch(String name, List<Change> changes) {
    var committed = new ArrayList<Committed>();
    for (Change change : changes) {
      seq++;
      committed.add(new Committed(seq, change, Audience.NOBODY));
    }
    return new Batch(licenseId, epoch, seq, committed, ends.of(name));
  }

  /// How many events are on disk.
  int eventsOnDisk() throws SQLException {
    return Integer.parseInt(
        TestDatabase.ask("select count(*) from event where license_id = " + licenseId));
  }

  /// How many customers are on disk.
  int customersOnDisk() throws SQLException {
    return Integer.parseInt(
        TestDatabase.ask("select count(*) from customer where license_id = " + licenseId));
  }

  /// The license's number of the last change, on disk.
  long seqOnDisk() throws SQLException {
    return Long.parseLong(TestDatabase.ask("select seq from license where id = " + licenseId));
  }
}
