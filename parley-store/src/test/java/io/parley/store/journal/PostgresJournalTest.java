package io.parley.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.core.agent.LogInAgent;
import io.parley.core.agent.Permission;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.SendEvent;
import io.parley.core.chat.StartChat;
import io.parley.core.customer.RegisterCustomer;
import io.parley.core.event.EventBody;
import io.parley.core.event.NewEvent;
import io.parley.core.license.LicenseId;
import io.parley.core.license.ProvisionLicense;
import io.parley.core.license.ProvisionLicense.WantedAgent;
import io.parley.core.license.Settings;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.runtime.Reply;
import io.parley.store.TestDatabase;
import io.parley.store.journal.BatchMaker.Ends;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresJournalTest {

  private final Gate gate = new Gate();
  private final Ends ends = new Ends();
  private final BreakingConnections connections =
      new BreakingConnections(TestDatabase.shared().dataSource());
  private final PostgresJournal journal = new PostgresJournal(connections.dataSource(), gate);

  @AfterEach
  void close() {
    journal.close();
  }

  private void awaitEnds(int count) {
    await().until(() -> ends.told().size() == count);
  }

  /// Lets one batch be committed and stops the journal behind it.
  private void stopBehind(BatchMaker maker) throws InterruptedException {
    gate.close();
    journal.append(maker.event("first"));
    gate.awaitStop();
  }

  @Test
  void shouldCommitWhatWaitsAsOneGroupAndCompleteItInOrder() throws Exception {
    var acme = new BatchMaker(journal, ends);
    var other = new BatchMaker(journal, ends);
    stopBehind(acme);

    journal.append(acme.event("a2"));
    journal.append(other.customer("b1"));
    journal.append(acme.empty("a3"));
    journal.append(acme.event("a4"));
    journal.append(other.empty("b2"));
    assertThat(ends.told()).isEmpty();
    gate.open();

    awaitEnds(6);
    assertThat(ends.told())
        .containsExactly(
            "first committed",
            "a2 committed",
            "b1 committed",
            "a3 committed",
            "a4 committed",
            "b2 committed");
    assertThat(gate.groups()).containsExactly(1, 3);
    assertThat(acme.eventsOnDisk()).isEqualTo(3);
    assertThat(other.customersOnDisk()).isEqualTo(1);
  }

  @Test
  void shouldCompleteWhatChangesNothingWithoutATransaction() throws Exception {
    var acme = new BatchMaker(journal, ends);

    journal.append(acme.empty("nothing"));

    awaitEnds(1);
    assertThat(ends.told()).containsExactly("nothing committed");
    assertThat(gate.groups()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldFenceWhoWasReplacedAndNobodyElse(boolean eventsOnly) throws Exception {
    var replaced = new BatchMaker(journal, ends);
    var other = new BatchMaker(journal, ends);
    takeOver(replaced.licenseId());
    stopBehind(other);

    journal.append(eventsOnly ? replaced.event("old") : replaced.customer("old"));
    journal.append(eventsOnly ? other.event("ok") : other.customer("ok"));
    journal.append(replaced.empty("empty"));
    gate.open();

    awaitEnds(4);
    assertThat(ends.told())
        .containsExactly("first committed", "old failed", "ok committed", "empty failed");
    assertThat(replaced.eventsOnDisk()).isZero();
    assertThat(replaced.customersOnDisk()).isZero();
    assertThat(replaced.seqOnDisk()).isZero();
    assertThat(other.eventsOnDisk()).isEqualTo(2);
    assertThat(other.customersOnDisk()).isEqualTo(eventsOnly ? 0 : 1);
  }

  /// Another node takes a license over.
  private static void takeOver(LicenseId licenseId) {
    try (var theirs =
        new PostgresJournal(TestDatabase.shared().dataSource(), CommitListener.NONE)) {
      assertThat(theirs.open(licenseId)).isPresent();
    }
  }

  @Test
  void shouldFailEverythingUnderAnEpochThatFailedUntilTheLicenseIsOpenedAnew() throws Exception {
    var acme = new BatchMaker(journal, ends);
    takeOver(acme.licenseId());
    journal.append(acme.event("one"));
    awaitEnds(1);

    journal.append(acme.empty("two"));
    journal.append(acme.event("three"));
    acme.open(journal);
    journal.append(acme.event("four"));

    awaitEnds(4);
    assertThat(ends.told())
        .containsExactly("one failed", "two failed", "three failed", "four committed");
    assertThat(acme.eventsOnDisk()).isEqualTo(1);
  }

  @Test
  void shouldKeepRowsThatTheDatabaseRefusesFromHarmingOthers() throws Exception {
    var wrong = new BatchMaker(journal, ends);
    var other = new BatchMaker(journal, ends);
    stopBehind(other);

    journal.append(other.event("ok"));
    journal.append(wrong.customer("fine"));
    journal.append(wrong.refused("refused"));
    journal.append(wrong.event("later"));
    gate.open();

    awaitEnds(5);
    assertThat(ends.told())
        .containsExactly(
            "first committed", "ok committed", "fine failed", "refused failed", "later failed");
    assertThat(wrong.customersOnDisk()).isZero();
    assertThat(wrong.eventsOnDisk()).isZero();
    assertThat(other.eventsOnDisk()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldWriteNothingWhenTheConnectionBreaksInTheMiddle(boolean eventsOnly) throws Exception {
    var acme = new BatchMaker(journal, ends);

    try (Connection blocker = lockedLicense(acme.licenseId())) {
      journal.append(eventsOnly ? acme.event("lost") : acme.customer("lost"));
      terminateWhoWaits();
      blocker.rollback();
    }

    awaitEnds(1);
    assertThat(ends.told()).containsExactly("lost failed");
    assertThat(acme.eventsOnDisk()).isZero();
    assertThat(acme.customersOnDisk()).isZero();
    acme.open(journal);
    journal.append(acme.event("again"));
    awaitEnds(2);
    assertThat(ends.told()).containsExactly("lost failed", "again committed");
  }

  private static Connection lockedLicense(LicenseId licenseId) throws SQLException {
    Connection connection = TestDatabase.shared().dataSource().getConnection();
    connection.setAutoCommit(false);
    try (var lock = connection.createStatement()) {
      lock.execute("select from license where id = " + licenseId + " for update");
    }
    return connection;
  }

  private static void terminateWhoWaits() {
    await()
        .until(
            () ->
                TestDatabase.ask(
                        """
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where wait_event_type = 'Lock' and query like '%update license%'
                        """)
                    .equals("1"));
  }

  @Test
  void shouldFindOutThatACommitTookPlaceAlthoughTheConnectionBroke() throws Exception {
    var acme = new BatchMaker(journal, ends);
    connections.breakAfterNextCommit();

    journal.append(acme.customer("done"));
    journal.append(acme.event("next"));

    awaitEnds(2);
    assertThat(ends.told()).containsExactly("done committed", "next committed");
    assertThat(acme.eventsOnDisk()).isEqualTo(2);
  }

  @Test
  void shouldCommitWhatWasAppendedBeforeTheCloseAndFailTheRest() throws Exception {
    var acme = new BatchMaker(journal, ends);
    stopBehind(acme);
    journal.append(acme.event("before"));
    gate.open();

    journal.close();
    journal.append(acme.event("after"));

    assertThat(ends.told()).containsExactly("first committed", "before committed", "after failed");
    assertThat(acme.eventsOnDisk()).isEqualTo(2);
  }

  @Test
  void shouldKnowNoLicenseThatDoesNotExist() {
    assertThat(journal.open(new LicenseId(1))).isEmpty();
    assertThat(journal.loadChat(new LicenseId(1), new ChatId("CHAT"))).isEmpty();
    assertThat(journal.loadCustomer(new LicenseId(1), new CustomerId("nobody"))).isEmpty();
  }

  @Test
  void shouldLetALicenseGoOnFromWhatIsOnDiskAfterAFailure() throws Exception {
    var anna = new AgentId("anna@example.com");
    var carl = new CustomerId("11111111-1111-4111-8111-111111111111");
    var byCarl = new Caller.ByCustomer(carl, null);
    try (var conversation = new Conversation(TestLicenses.created(), journal)) {
      conversation.does(
          new ProvisionLicense(
              "Acme",
              null,
              null,
              Settings.DEFAULTS,
              List.of(),
              List.of(
                  new WantedAgent(
                      anna, "Anna", Permission.OWNER, null, null, null, 6, new TreeMap<>()))));
      conversation.does(new RegisterCustomer(carl));
      conversation.does(new LogInAgent(anna, "c1", false));
      conversation.does(new StartChat(byCarl, ChatOpening.PLAIN));
      ChatId chatId = conversation.chats().getFirst();
      conversation.does(new SendEvent(byCarl, chatId, text("kept"), false));

      try (Connection blocker = lockedLicense(conversation.licenseId())) {
        var lost = conversation.submit(new SendEvent(byCarl, chatId, text("lost"), false));
        terminateWhoWaits();
        blocker.rollback();
        assertThat(Conversation.await(lost)).isEqualTo(new Reply.Failed());
      }
      await().until(() -> conversation.resets() == 1);
      conversation.does(new SendEvent(byCarl, chatId, text("again"), false));

      var threadId = conversation.live().chatOrNull(chatId).lastThread().id();
      assertThat(journal.loadEvents(conversation.licenseId(), threadId))
          .extracting(event -> ((EventBody.Message) event.body()).text())
          .containsExactly("kept", "again");
    }
  }

  private static NewEvent text(String text) {
    return NewEvent.of(new EventBody.Message(text, null));
  }
}
