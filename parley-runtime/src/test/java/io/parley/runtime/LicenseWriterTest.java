package io.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.core.Command;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.agent.Agent;
import io.parley.core.agent.LogInAgent;
import io.parley.core.agent.Permission;
import io.parley.core.chat.ActivateChat;
import io.parley.core.chat.ChatFollowed;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.FollowChat;
import io.parley.core.chat.SendEvent;
import io.parley.core.chat.StartChat;
import io.parley.core.chat.ThreadClosed;
import io.parley.core.customer.RegisterCustomer;
import io.parley.core.event.EventBody;
import io.parley.core.event.NewEvent;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseProfile;
import io.parley.core.license.OrganizationId;
import io.parley.core.license.Settings;
import io.parley.core.license.ViewLicense;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LicenseWriterTest {
  private static final LicenseId ACME = new LicenseId(100);
  private static final AgentId ANNA = new AgentId("anna@example.com");
  private static final AgentId BERT = new AgentId("bert@example.com");
  private static final CustomerId CARL = new CustomerId("11111111-1111-4111-8111-111111111111");
  private static final Caller.ByCustomer BY_CARL = new Caller.ByCustomer(CARL, null);
  private static final Caller.ByAgent BY_BERT = new Caller.ByAgent(BERT, Reach.ALL, null);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-05T10:00:00Z"));
  private final DirectJournal journal = new DirectJournal(profile(), agent(ANNA), agent(BERT));
  private final Recorder delivered = new Recorder();
  private final LicenseHost host = new LicenseHost(journal, delivered, now::get, new NumberedIds());

  @AfterEach
  void stop() {
    host.close();
  }

  private static LicenseProfile profile() {
    return new LicenseProfile(
        ACME, new OrganizationId("org"), "Acme", "team", "dal", Instant.EPOCH, Settings.DEFAULTS);
  }

  private static Agent agent(AgentId id) {
    return new Agent(
        id, "a", "p", id.value(), Permission.NORMAL, null, null, 6, new TreeMap<>(), null);
  }

  private static final class NumberedIds implements IdSource {
    private final AtomicInteger next = new AtomicInteger();

    @Override
    public String nextId() {
      return "%010d".formatted(next.incrementAndGet());
    }

    @Override
    public String nextUuid() {
      return "00000000-0000-4000-8000-%012d".formatted(next.incrementAndGet());
    }
  }

  /// Replies as a delivery does, and remembers what it was given.
  private static final class Recorder implements Delivery {
    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    private final AtomicInteger resets = new AtomicInteger();

    @Override
    public void deliver(OutcomeBatch batch) {
      for (Outcome outcome : batch.outcomes()) {
        outcomes.add(outcome);
        outcome.replyTo().reply(outcome.reply());
      }
    }

    @Override
    public void reset(LicenseId licenseId) {
      resets.incrementAndGet();
    }

    private List<Object> changes() {
      var changes = new ArrayList<Object>();
      outcomes.forEach(outcome -> outcome.changes().forEach(each -> changes.add(each.change())));
      return changes;
    }
  }

  /// An answer that may be waited for.
  private record Pending(CompletableFuture<Reply> future) {
    private Reply get() throws Exception {
      return future.get(5, TimeUnit.SECONDS);
    }

    private boolean isOpen() {
      return !future.isDone();
    }
  }

  private Pending submit(Command command) {
    var reply = new CompletableFuture<Reply>();
    host.submit(ACME, command, new Cause("connection", null), reply::complete);
    return new Pending(reply);
  }

  private Reply replyTo(Command command) throws Exception {
    return submit(command).get();
  }

  private static NewEvent text(String text) {
    return NewEvent.of(new EventBody.Message(text, null));
  }

  private ChatId startedChat() throws Exception {
    replyTo(new RegisterCustomer(CARL));
    replyTo(new LogInAgent(ANNA, "c1", false));
    var reply = (Reply.Done) replyTo(new StartChat(BY_CARL, ChatOpening.PLAIN));
    return ((Result.ChatStarted) reply.result()).chatId();
  }

  @Test
  void shouldReplyOnlyAfterTheCommit() throws Exception {
    ChatId chatId = startedChat();
    journal.hold();

    var reply = submit(new SendEvent(BY_CARL, chatId, text("hello"), false));
    await().until(() -> journal.waitingBatches() > 0);
    assertThat(reply.isOpen()).isTrue();

    journal.release();
    assertThat(reply.get()).isInstanceOf(Reply.Done.class);
  }

  @Test
  void shouldKeepARefusalBehindEarlierChanges() throws Exception {
    ChatId chatId = startedChat();
    journal.hold();

    submit(new SendEvent(BY_CARL, chatId, text("hello"), false));
    var refusal = submit(new SendEvent(BY_CARL, new ChatId("NOSUCHCHAT"), text("nowhere"), false));
    var second = submit(new CloseThread(BY_CARL, chatId));
    await().until(() -> journal.waitingBatches() > 0);
    assertThat(refusal.isOpen()).isTrue();
    journal.release();

    assertThat(second.get()).isInstanceOf(Reply.Done.class);
    assertThat(refusal.get())
        .isEqualTo(new Reply.Refused(new Rejection.ChatNotFound(new ChatId("NOSUCHCHAT"))));
  }

  @Test
  void shouldFailWhatWasNotCommittedAndLoadAgain() throws Exception {
    ChatId chatId = startedChat();
    replyTo(new SendEvent(BY_CARL, chatId, text("kept"), false));
    journal.hold();
    var lost = submit(new SendEvent(BY_CARL, chatId, text("lost"), false));
    await().until(() -> journal.waitingBatches() > 0);

    journal.fail();

    assertThat(lost.get()).isEqualTo(new Reply.Failed());
    await().untilAsserted(() -> assertThat(delivered.resets).hasValue(1));
    replyTo(new SendEvent(BY_CARL, chatId, text("again"), false));
    assertThat(delivered.changes().stream().filter(EventAdded.class::isInstance))
        .map(change -> ((EventAdded) change).event().id().number())
        .containsExactly(1, 2);
  }

  @Test
  void shouldDecideCommandsOnOneChatInTheirOrderWhileItIsLoaded() throws Exception {
    ChatId chatId = startedChat();
    replyTo(new CloseThread(BY_CARL, chatId));
    host.stop(ACME);

    submit(new LogInAgent(ANNA, "c2", false));
    submit(new ActivateChat(BY_CARL, chatId, ChatOpening.PLAIN));
    submit(new SendEvent(BY_CARL, chatId, text("one"), false));
    var last = replyTo(new SendEvent(BY_CARL, chatId, text("two"), false));

    assertThat(last).isInstanceOf(Reply.Done.class);
    assertThat(
            delivered.changes().stream()
                .filter(EventAdded.class::isInstance)
                .map(change -> ((EventAdded) change).event().body())
                .toList())
        .endsWith(new EventBody.Message("one", null), new EventBody.Message("two", null));
  }

  @Test
  void shouldShowAFollowerEveryEventOfTheThread() throws Exception {
    ChatId chatId = startedChat();
    submit(new SendEvent(BY_CARL, chatId, text("one"), false));
    submit(new SendEvent(BY_CARL, chatId, text("two"), false));

    var followed = submit(new FollowChat(BY_BERT, chatId));
    submit(new SendEvent(BY_CARL, chatId, text("three"), false));
    followed.get();

    var change =
        delivered.changes().stream()
            .filter(ChatFollowed.class::isInstance)
            .map(ChatFollowed.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(change.threadEvents()).hasSize(2);
  }

  @Test
  void shouldCloseInactiveThreadsWhenTheirTimeHasCome() throws Exception {
    startedChat();
    now.updateAndGet(time -> time.plus(Duration.ofMinutes(31)));
    replyTo(new ViewLicense());

    await()
        .untilAsserted(
            () -> assertThat(delivered.changes()).hasAtLeastOneElementOfType(ThreadClosed.class));
  }

  @Test
  void shouldSayThatALicenseDoesNotExist() throws Exception {
    var reply = new CompletableFuture<Reply>();
    host.submit(new LicenseId(7), new ViewLicense(), Cause.NONE, reply::complete);

    assertThat(reply.get(5, TimeUnit.SECONDS)).isEqualTo(new Reply.NoSuchLicense());
  }
}
