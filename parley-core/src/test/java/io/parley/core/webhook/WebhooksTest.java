package io.parley.core.webhook;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.LicenseRun;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.chat.AddUserToChat;
import io.parley.core.chat.ChangeChatAccess;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.MarkEventsAsSeen;
import io.parley.core.chat.RemoveUserFromChat;
import io.parley.core.chat.SendTypingIndicator;
import io.parley.core.chat.TagThread;
import io.parley.core.chat.UpdateChatProperties;
import io.parley.core.customer.CreateCustomer;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.event.Recipients;
import io.parley.core.group.GroupId;
import io.parley.core.license.Settings;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import io.parley.core.query.ChatFilter.PropertyCondition;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.Reach;
import io.parley.core.webhook.WebhookFilters.AgentMatch;
import io.parley.core.webhook.WebhookFilters.Author;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which changes fire which webhooks.
class WebhooksTest {
  private static final Caller.ByAgent APPLICATION = new Caller.ByAgent(ANNA, Reach.MY, "client-1");

  private final LicenseRun run = LicenseRun.ofAcme().loggedIn(ANNA, BERT);

  private void register(WebhookAction action, WebhookFilters filters) {
    run.result(
        new RegisterWebhook(
            APPLICATION,
            "3.1",
            action,
            "https://receiver.example/",
            "secret",
            null,
            filters,
            List.of()));
  }

  private List<WebhookAction> fired() {
    return run.firings().stream().map(firing -> firing.webhook().action()).toList();
  }

  private static WebhookFilters filters(
      @Nullable Author author, boolean onlyOwn, @Nullable AgentMatch agents) {
    return new WebhookFilters(author, onlyOwn, agents, List.of());
  }

  @Test
  void shouldFireForEachChangeItsAction() {
    for (WebhookAction action : WebhookAction.values()) {
      register(action, WebhookFilters.NONE);
    }

    ChatId chatId = run.starts(CARL);
    var threadId = run.chat(chatId).lastThread().id();
    run.sends(as(CARL), chatId, text("hello"));
    run.result(new TagThread(as(ANNA), chatId, threadId, "bug", true));
    run.result(new MarkEventsAsSeen(as(ANNA), chatId, run.context.now().plusSeconds(1)));
    run.result(new SendTypingIndicator(as(ANNA), chatId, Recipients.ALL, true));
    run.result(
        new UpdateChatProperties(
            as(ANNA),
            chatId,
            Properties.of("test", "string_property", new PropertyValue.Text("x"))));
    run.result(
        new ChangeChatAccess(
            as(ANNA), chatId, AccessOperation.SET, Access.of(LicenseRun.SALES, GroupId.ALL)));
    run.result(new CloseThread(as(ANNA), chatId));
    run.result(new SetRoutingStatus(ANNA, ANNA, RoutingStatus.NOT_ACCEPTING_CHATS));

    assertThat(fired())
        .contains(
            WebhookAction.THREAD_STARTED,
            WebhookAction.EVENT_ADDED,
            WebhookAction.THREAD_TAGGED,
            WebhookAction.EVENTS_SEEN,
            WebhookAction.CHAT_PROPERTIES_UPDATED,
            WebhookAction.ACCESS_SET,
            WebhookAction.THREAD_CLOSED,
            WebhookAction.ROUTING_STATUS_SET)
        .doesNotContain(WebhookAction.THREAD_UNTAGGED, WebhookAction.ACCESS_GRANTED);
    assertThat(run.firings().stream().map(Firing::subject))
        .contains("chat " + chatId, "agent " + ANNA);
  }

  @Test
  void shouldFireEveryRegistrationOfAnActionInTheirOrder() {
    register(WebhookAction.CUSTOMER_CREATED, WebhookFilters.NONE);
    register(WebhookAction.CUSTOMER_CREATED, WebhookFilters.NONE);
    List<WebhookId> ids = run.license.webhooks().ofLicense().stream().map(Webhook::id).toList();

    run.result(new CreateCustomer(as(ANNA), CustomerDetails.NONE));

    assertThat(run.firings().stream().map(firing -> firing.webhook().id())).isEqualTo(ids);
  }

  @Test
  void shouldFireOnlyForEventsOfTheWantedAuthors() {
    register(WebhookAction.EVENT_ADDED, filters(Author.CUSTOMER, false, null));
    ChatId chatId = run.starts(CARL);

    run.sends(as(ANNA), chatId, text("from an agent"));
    assertThat(run.firings()).isEmpty();
    run.sends(as(CARL), chatId, text("from a customer"));
    assertThat(run.firings()).hasSize(1);
  }

  @Test
  void shouldFireOnlyInChatsThatTheApplicationStarted() {
    register(WebhookAction.EVENT_ADDED, filters(null, true, null));
    ChatId another = run.starts(CARL);
    run.sends(as(CARL), another, text("hello"));
    assertThat(run.firings()).isEmpty();

    var own = new Caller.ByCustomer(LicenseRun.DORA, "client-1");
    ChatId chatId = run.starts(own, LicenseRun.in(GroupId.ALL));
    run.sends(own, chatId, text("hello"));
    assertThat(run.firings()).isNotEmpty();
    assertThat(run.firings()).allMatch(firing -> firing.subject().equals("chat " + chatId));
  }

  @Test
  void shouldLookAtWhoIsInTheChat() {
    register(
        WebhookAction.EVENT_ADDED,
        filters(Author.CUSTOMER, false, new AgentMatch.AnyOf(List.of(BERT))));
    register(
        WebhookAction.EVENT_ADDED,
        filters(Author.CUSTOMER, false, new AgentMatch.NoneOf(List.of(BERT))));
    List<Webhook> webhooks = run.license.webhooks().ofLicense();
    ChatId chatId = run.starts(CARL);
    if (run.chat(chatId).isPresent(BERT)) {
      run.result(new RemoveUserFromChat(as(BERT), chatId, BERT));
    }

    run.sends(as(CARL), chatId, text("without Bert"));
    run.result(new AddUserToChat(as(BERT), chatId, BERT));
    run.sends(as(CARL), chatId, text("with Bert"));

    assertThat(run.firings().stream().map(Firing::webhook))
        .containsExactly(webhooks.get(1), webhooks.get(0));
  }

  @Test
  void shouldCountWhoJustLeftAsInTheChat() {
    ChatId chatId = run.starts(CARL);
    if (!run.chat(chatId).isPresent(BERT)) {
      run.result(new AddUserToChat(as(BERT), chatId, BERT));
    }
    register(
        WebhookAction.USER_REMOVED_FROM_CHAT,
        filters(null, false, new AgentMatch.AnyOf(List.of(BERT))));

    run.result(new RemoveUserFromChat(as(BERT), chatId, BERT));

    assertThat(fired()).containsExactly(WebhookAction.USER_REMOVED_FROM_CHAT);
  }

  @Test
  void shouldLookAtWhoseStatusItIs() {
    register(
        WebhookAction.ROUTING_STATUS_SET,
        filters(null, false, new AgentMatch.NoneOf(List.of(ANNA))));

    run.result(new SetRoutingStatus(ANNA, ANNA, RoutingStatus.NOT_ACCEPTING_CHATS));
    assertThat(run.firings()).isEmpty();
    run.result(new SetRoutingStatus(BERT, BERT, RoutingStatus.NOT_ACCEPTING_CHATS));
    assertThat(run.firings()).hasSize(1);
  }

  @Test
  void shouldLookAtPropertiesOfTheChat() {
    var value = new PropertyValue.Text("facebook");
    register(
        WebhookAction.EVENT_ADDED,
        new WebhookFilters(
            Author.CUSTOMER,
            false,
            null,
            List.of(
                new PropertyCondition.OneOf("test", "string_property", List.of(value)),
                new PropertyCondition.Exists("test", "int_property", false))));
    ChatId chatId = run.starts(CARL);

    run.sends(as(CARL), chatId, text("no property"));
    assertThat(run.firings()).isEmpty();
    run.result(
        new UpdateChatProperties(
            as(ANNA), chatId, Properties.of("test", "string_property", value)));
    run.sends(as(CARL), chatId, text("the property"));
    assertThat(run.firings()).hasSize(1);
    run.result(
        new UpdateChatProperties(
            as(ANNA), chatId, Properties.of("test", "int_property", new PropertyValue.Whole(1))));
    run.sends(as(CARL), chatId, text("another property"));
    assertThat(run.firings()).hasSize(1);
  }

  @Test
  void shouldShowTheChatAsItIsAfterTheChange() {
    register(WebhookAction.THREAD_CLOSED, WebhookFilters.NONE);
    ChatId chatId = run.starts(CARL);

    run.result(new CloseThread(as(ANNA), chatId));

    assertThat(run.firings().getFirst().chat()).isEqualTo(run.chat(chatId));
    assertThat(run.firings().getFirst().chat().active()).isFalse();
  }

  @Test
  void shouldTellABotOnlyWhileItIsNotOffline() {
    var robo = new AgentId("robo@bots");
    var awake =
        LicenseRun.with(Settings.DEFAULTS, LicenseRun.agent(ANNA, 6), LicenseRun.bot(robo, 6));
    awake.loggedIn(ANNA);
    var webhooks =
        new BotWebhooks(
            "3.1",
            "https://bot.example/",
            "secret",
            List.of(
                new BotWebhooks.Trigger(
                    WebhookAction.EVENT_ADDED, WebhookFilters.NONE, List.of())));
    awake.license.apply(new BotWebhooksSet(robo, webhooks.of(robo, "client")), awake.context.now());
    ChatId chatId = awake.starts(CARL);
    awake.sends(as(CARL), chatId, text("asleep"));
    assertThat(awake.firings()).isEmpty();

    awake.result(new SetRoutingStatus(robo, robo, RoutingStatus.NOT_ACCEPTING_CHATS));
    awake.sends(as(CARL), chatId, text("awake"));
    assertThat(awake.firings()).hasSize(1);

    awake.license.apply(new BotWebhooksSet(robo, List.of()), awake.context.now());
    awake.sends(as(CARL), chatId, text("without webhooks"));
    assertThat(awake.firings()).hasSize(1);
  }
}
