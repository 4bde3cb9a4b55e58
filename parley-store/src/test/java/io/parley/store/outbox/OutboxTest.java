package io.parley.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import io.parley.core.query.ChatFilter.PropertyCondition;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import io.parley.core.webhook.RegisterWebhook;
import io.parley.core.webhook.UnregisterWebhook;
import io.parley.core.webhook.Webhook;
import io.parley.core.webhook.WebhookAction;
import io.parley.core.webhook.WebhookExtra;
import io.parley.core.webhook.WebhookFilters;
import io.parley.core.webhook.WebhookFilters.AgentMatch;
import io.parley.core.webhook.WebhookFilters.Author;
import io.parley.core.webhook.WebhookId;
import io.parley.store.TestDatabase;
import io.parley.store.journal.CommitListener;
import io.parley.store.journal.Conversation;
import io.parley.store.journal.PostgresJournal;
import io.parley.store.journal.TestLicenses;
import io.parley.store.outbox.OutboxAdministration.Selection;
import io.parley.store.outbox.OutboxEntry.Tries;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Webhooks and what they have to send, written by the journal and kept until it is sent.
class OutboxTest {
  private static final AgentId ANNA = new AgentId("anna@example.com");
  private static final CustomerId CARL = new CustomerId("11111111-1111-4111-8111-111111111111");
  private static final Caller.ByAgent APPLICATION = new Caller.ByAgent(ANNA, Reach.MY, "client-1");
  private static final Caller.ByCustomer AS_CARL = new Caller.ByCustomer(CARL, "client-1");
  private static final Instant NOW = TestLicenses.START;

  /// What the journal tells.
  private static final class Told implements OutboxListener {
    private final List<OutboxEntry> entries = new CopyOnWriteArrayList<>();
    private final List<DroppedWebhooks> dropped = new CopyOnWriteArrayList<>();

    @Override
    public void committed(List<OutboxEntry> committed) {
      entries.addAll(committed);
    }

    @Override
    public void dropped(List<DroppedWebhooks> webhooks) {
      dropped.addAll(webhooks);
    }
  }

  private final LicenseId licenseId = TestLicenses.created();
  private final Told told = new Told();
  private final PostgresOutbox outbox = new PostgresOutbox(TestDatabase.shared().jdbi());
  private final OutboxAdministration administration =
      new OutboxAdministration(TestDatabase.shared().jdbi());
  private final PostgresJournal journal =
      new PostgresJournal(
          TestDatabase.shared().dataSource(),
          CommitListener.NONE,
          (change, firing) -> Optional.of("{\"of\":\"" + change.getClass().getSimpleName() + "\"}"),
          told);
  private final Conversation conversation = new Conversation(licenseId, journal);

  @BeforeEach
  void provision() {
    conversation.does(
        new ProvisionLicense(
            "Acme",
            null,
            null,
            Settings.DEFAULTS,
            List.of(),
            List.of(
                new WantedAgent(
                    ANNA, "Anna", Permission.OWNER, null, null, null, null, new TreeMap<>()))));
    conversation.does(new RegisterCustomer(CARL));
  }

  @AfterEach
  void close() {
    conversation.close();
    journal.close();
  }

  private Webhook registered(WebhookAction action, WebhookFilters filters) {
    conversation.does(
        new RegisterWebhook(
            APPLICATION,
            "3.1",
            action,
            "https://receiver.example/",
            "secret",
            "a \"test\"",
            filters,
            List.of(WebhookExtra.CHAT_PROPERTIES)));
    return conversation.live().webhooks().ofLicense().getLast();
  }

  private ChatId chats(int messages) {
    conversation.does(
        new StartChat(
            AS_CARL,
            new ChatOpening(null, Properties.NONE, Properties.NONE, null, List.of(), true)));
    ChatId chatId = conversation.chats().getFirst();
    for (int i = 0; i < messages; i++) {
      conversation.does(
          new SendEvent(AS_CARL, chatId, NewEvent.of(new EventBody.Message("hello", null)), false));
    }
    return chatId;
  }

  private List<OutboxEntry> kept(WebhookId webhookId) {
    return outbox.from(licenseId, webhookId, 0, 100);
  }

  @Test
  void shouldLoadWebhooksAsTheyWereRegistered() {
    registered(
        WebhookAction.EVENT_ADDED,
        new WebhookFilters(
            Author.CUSTOMER,
            true,
            new AgentMatch.AnyOf(List.of(ANNA)),
            List.of(
                new PropertyCondition.Exists("a", "b", false),
                new PropertyCondition.OneOf(
                    "a", "c", List.of(new PropertyValue.Whole(1), new PropertyValue.Whole(2))),
                new PropertyCondition.NoneOf("a", "d", List.of(new PropertyValue.Text("x\"y"))))));
    registered(
        WebhookAction.THREAD_CLOSED,
        new WebhookFilters(null, false, new AgentMatch.NoneOf(List.of(ANNA)), List.of()));
    List<Webhook> live = conversation.live().webhooks().ofLicense();

    conversation.reload();

    assertThat(conversation.live().webhooks().ofLicense()).isEqualTo(live).hasSize(2);
  }

  @Test
  void shouldWriteWhatIsFiredInOrderAndTellOfIt() {
    Webhook events = registered(WebhookAction.EVENT_ADDED, WebhookFilters.NONE);
    Webhook threads = registered(WebhookAction.THREAD_STARTED, WebhookFilters.NONE);
    ChatId chatId = chats(3);

    List<OutboxEntry> kept = kept(events.id());
    assertThat(kept)
        .hasSizeGreaterThanOrEqualTo(3)
        .isSortedAccordingTo(Comparator.comparingLong(OutboxEntry::seq));
    assertThat(kept)
        .allSatisfy(
            entry -> {
              assertThat(entry.subject()).isEqualTo("chat " + chatId);
              assertThat(entry.url()).isEqualTo("https://receiver.example/");
              assertThat(entry.secretKey()).isEqualTo("secret");
              assertThat(entry.body()).isEqualTo("{\"of\":\"EventAdded\"}");
              assertThat(entry.state()).isEqualTo(Tries.NONE);
            });
    assertThat(kept(threads.id())).hasSize(1);
    assertThat(told.entries).containsAll(kept).containsAll(kept(threads.id()));
    assertThat(outbox.waiting())
        .contains(
            new Outbox.Waiting(
                licenseId, events.id(), events.url(), kept.size(), kept.getLast().seq()));
  }

  @Test
  void shouldForgetWhatIsDelivered() {
    Webhook webhook = registered(WebhookAction.EVENT_ADDED, WebhookFilters.NONE);
    chats(3);
    List<OutboxEntry> before = kept(webhook.id());

    outbox.settle(new Outbox.Settlement(List.of(before.getFirst().key()), List.of()));

    assertThat(kept(webhook.id())).isEqualTo(before.subList(1, before.size()));
    assertThat(outbox.from(licenseId, webhook.id(), before.getLast().seq(), 100))
        .containsExactly(before.getLast());
    assertThat(outbox.from(licenseId, webhook.id(), 0, 1)).containsExactly(before.get(1));
  }

  @Test
  void shouldRememberFailures() {
    Webhook webhook = registered(WebhookAction.EVENT_ADDED, WebhookFilters.NONE);
    chats(1);
    OutboxEntry entry = kept(webhook.id()).getFirst();
    var tries = new Tries(2, NOW.plusSeconds(9), NOW);

    outbox.settle(
        new Outbox.Settlement(
            List.of(), List.of(new Outbox.Failure(entry.key(), tries, "no answer", NOW, false))));

    assertThat(kept(webhook.id()).getFirst()).isEqualTo(entry.with(tries));
  }

  @Test
  void shouldKeepWhatIsGivenUpForTheOperator() {
    Webhook webhook = registered(WebhookAction.EVENT_ADDED, WebhookFilters.NONE);
    chats(2);
    List<OutboxEntry> entries = kept(webhook.id());
    OutboxEntry.Key first = entries.getFirst().key();
    outbox.settle(
        new Outbox.Settlement(
            List.of(),
            entries.stream()
                .map(
                    entry ->
                        new Outbox.Failure(
                            entry.key(), new Tries(10, null, NOW), "refused", NOW, true))
                .toList()));

    assertThat(kept(webhook.id())).isEmpty();
    assertThat(administration.parked(licenseId)).hasSize(entries.size());
    assertThat(administration.parked(licenseId).getFirst().failure()).isEqualTo("refused");
    assertThat(administration.webhooks(licenseId))
        .containsExactly(new OutboxAdministration.Standing(webhook, 0, entries.size()));
    assertThat(administration.retry(licenseId, new Selection.One(first.webhookId(), first.seq())))
        .isOne();
    assertThat(outbox.takeReleased().stream().filter(entry -> entry.licenseId().equals(licenseId)))
        .containsExactly(entries.getFirst());
    assertThat(kept(webhook.id())).containsExactly(entries.getFirst());
    assertThat(administration.drop(licenseId, new Selection.OfWebhook(webhook.id())))
        .isEqualTo(entries.size() - 1);
    assertThat(administration.drop(licenseId, new Selection.All())).isZero();
  }

  @Test
  void shouldDropWhatAnUnregisteredWebhookHasToSend() {
    Webhook webhook = registered(WebhookAction.EVENT_ADDED, WebhookFilters.NONE);
    chats(2);

    conversation.does(new UnregisterWebhook(APPLICATION, webhook.id()));

    assertThat(kept(webhook.id())).isEmpty();
    assertThat(told.dropped).containsExactly(new DroppedWebhooks.One(licenseId, webhook.id()));
    conversation.reload();
    assertThat(conversation.live().webhooks().ofLicense()).isEmpty();
  }
}
