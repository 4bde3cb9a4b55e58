package io.parley.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.agent.Agent;
import io.parley.core.chat.ChatId;
import io.parley.core.customer.RegisterCustomer;
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.event.EventId;
import io.parley.core.license.License;
import io.parley.core.property.Properties;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.runtime.Reply;
import io.parley.store.TestDatabase;
import io.parley.store.codec.Arbitraries;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Whatever happens in a license, what is loaded afterwards is what was live before.
class RandomLicenseTest {

  private static final int ROUNDS = 3;
  private static final int COMMANDS = 120;

  @Provide
  Arbitrary<EventBody> bodies() {
    return Arbitraries.bodies();
  }

  @Provide
  Arbitrary<Properties> properties() {
    return Arbitraries.testProperties();
  }

  @Property(tries = 12)
  void shouldLoadWhatWasLive(
      @ForAll long seed,
      @ForAll @Size(min = 1, max = 8) List<@From("bodies") EventBody> bodies,
      @ForAll @Size(min = 1, max = 4) List<@From("properties") Properties> properties) {
    var random = new SplittableRandom(seed);
    try (var journal =
            new PostgresJournal(TestDatabase.shared().dataSource(), CommitListener.NONE);
        var conversation = new Conversation(TestLicenses.created(), journal)) {
      var commands = new RandomCommands(random, bodies, properties, conversation);
      conversation.does(commands.provisioning());
      RandomCommands.CUSTOMERS.forEach(
          customer -> conversation.does(new RegisterCustomer(customer)));
      for (int round = 0; round < ROUNDS; round++) {
        run(conversation, commands);
        compare(conversation, journal);
      }
      assertThat(conversation.resets()).isZero();
    }
  }

  private static void run(Conversation conversation, RandomCommands commands) {
    var pending = new ArrayList<CompletableFuture<Reply>>();
    for (int i = 0; i < COMMANDS; i++) {
      pending.add(conversation.submit(commands.next()));
      if (commands.isTimeToWait()) {
        pending.forEach(Conversation::await);
        pending.clear();
      }
    }
    pending.forEach(
        reply -> assertThat(Conversation.await(reply)).isNotInstanceOf(Reply.Failed.class));
  }

  private static void compare(Conversation conversation, PostgresJournal journal) {
    License live = conversation.reload();
    License loaded = conversation.live();
    assertThat(loaded.seq()).isBetween(conversation.lastDurableSeq(), live.seq());
    assertThat(loaded.profile()).isEqualTo(live.profile());
    assertThat(loaded.groups()).containsExactlyElementsOf(live.groups());
    assertThat(loaded.agents()).containsExactlyElementsOf(live.agents());
    assertThat(loaded.propertyDefinitions()).isEqualTo(live.propertyDefinitions());
    assertThat(loaded.nextGroupId()).isEqualTo(live.nextGroupId());
    for (Agent agent : live.agents()) {
      if (agent.isBot()) {
        assertThat(loaded.routingStatusOf(agent.id())).isEqualTo(live.routingStatusOf(agent.id()));
      }
    }
    for (AgentId agent : RandomCommands.AGENTS) {
      assertThat(publicIdOf(loaded.formerAgentOrNull(agent)))
          .isEqualTo(publicIdOf(live.formerAgentOrNull(agent)));
    }
    assertThat(loaded.waitingChats()).containsExactlyElementsOf(live.waitingChats());
    for (AgentId agent : RandomCommands.AGENTS) {
      assertThat(loaded.lastRoutingStatusOf(agent)).isEqualTo(live.lastRoutingStatusOf(agent));
      assertThat(loaded.activeChatsOf(agent)).isEqualTo(live.activeChatsOf(agent));
    }
    for (CustomerId customer : conversation.customers()) {
      assertThat(loaded.customerOrNull(customer)).isEqualTo(live.customerOrNull(customer));
      assertThat(loaded.chatsOf(customer)).isEqualTo(live.chatsOf(customer));
    }
    for (ChatId chat : conversation.chats()) {
      assertThat(loaded.chatOrNull(chat)).isEqualTo(live.chatOrNull(chat));
    }
    compareThreads(conversation, journal);
  }

  private static @Nullable String publicIdOf(@Nullable Agent agent) {
    return agent == null ? null : agent.publicId();
  }

  private static void compareThreads(Conversation conversation, PostgresJournal journal) {
    var licenseId = conversation.licenseId();
    conversation
        .events()
        .forEach(
            (thread, events) ->
                assertThat(journal.loadEvents(licenseId, thread)).isEqualTo(events));
    conversation
        .formerChats()
        .forEach(
            (threadId, chat) ->
                assertThat(journal.loadThread(licenseId, chat.id(), threadId))
                    .contains(chat.lastThread()));
    for (ChatId chatId : conversation.chats()) {
      var last = conversation.live().chatOrNull(chatId).lastThread();
      assertThat(journal.loadThread(licenseId, chatId, last.id())).contains(last);
      assertThat(journal.loadThread(licenseId, new ChatId("OTHER"), last.id())).isEmpty();
      for (Event event : conversation.events().getOrDefault(last.id(), List.of())) {
        assertThat(journal.loadEvent(licenseId, chatId, event.id())).contains(event);
        assertThat(journal.loadEvent(licenseId, new ChatId("OTHER"), event.id())).isEmpty();
      }
      assertThat(journal.loadEvent(licenseId, chatId, new EventId(last.id(), 1_000_000))).isEmpty();
    }
  }
}
