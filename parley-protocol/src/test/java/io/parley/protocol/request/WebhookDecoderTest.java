package io.parley.protocol.request;

import static io.parley.protocol.request.Requests.ANNA;
import static io.parley.protocol.request.Requests.json;
import static io.parley.protocol.request.Requests.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.property.PropertyValue;
import io.parley.core.query.ChatFilter.PropertyCondition;
import io.parley.core.user.AgentId;
import io.parley.core.webhook.BotWebhooks;
import io.parley.core.webhook.ListWebhooks;
import io.parley.core.webhook.RegisterWebhook;
import io.parley.core.webhook.UnregisterWebhook;
import io.parley.core.webhook.WebhookAction;
import io.parley.core.webhook.WebhookExtra;
import io.parley.core.webhook.WebhookFilters;
import io.parley.core.webhook.WebhookFilters.AgentMatch;
import io.parley.core.webhook.WebhookFilters.Author;
import io.parley.core.webhook.WebhookId;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.method.Call;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookDecoderTest {
  private static final Call CALL = new Call(ApiVersion.V3_1, ANNA, null);

  private static RegisterWebhook register(String members) {
    return (RegisterWebhook)
        WebhookDecoder.register(
            json("{url: 'http://myservice.com/webhooks', secret_key: 's', %s}".formatted(members)),
            CALL);
  }

  private static WebhookFilters filters(String action, String filters) {
    return register("action: '%s', filters: %s".formatted(action, filters)).filters();
  }

  private static String wrong(String members) {
    return problem(() -> register(members));
  }

  @Test
  void shouldReadTheDocumentedSample() {
    assertThat(register("action: 'thread_closed', description: 'Test webhook'"))
        .isEqualTo(
            new RegisterWebhook(
                ANNA,
                "3.1",
                WebhookAction.THREAD_CLOSED,
                "http://myservice.com/webhooks",
                "s",
                "Test webhook",
                WebhookFilters.NONE,
                List.of()));
  }

  @Test
  void shouldReadEveryFilter() {
    assertThat(
            filters(
                "incoming_event",
                """
                {author_type: 'customer', only_my_chats: true,
                 chat_member_ids: {agents_any: ['a@example.com', 'a@example.com']}}
                """))
        .isEqualTo(
            new WebhookFilters(
                Author.CUSTOMER,
                true,
                new AgentMatch.AnyOf(List.of(new AgentId("a@example.com"))),
                List.of()));
    assertThat(
            filters("thread_closed", "{chat_member_ids: {agents_exclude: ['a@example.com']}}")
                .agents())
        .isEqualTo(new AgentMatch.NoneOf(List.of(new AgentId("a@example.com"))));
    assertThat(filters("agent_deleted", "{agent_ids: ['a@example.com']}").agents())
        .isEqualTo(new AgentMatch.AnyOf(List.of(new AgentId("a@example.com"))));
    assertThat(
            filters(
                    "incoming_chat_thread",
                    "{chat_properties: {source: {type: {values: ['facebook', 'twitter']}}}}")
                .chatProperties())
        .containsExactly(
            new PropertyCondition.OneOf(
                "source",
                "type",
                List.of(new PropertyValue.Text("facebook"), new PropertyValue.Text("twitter"))));
  }

  @Test
  void shouldReadWhatIsToComeAlong() {
    assertThat(
            register(
                    "action: 'chat_user_added', additional_data:"
                        + " ['access', 'chat_properties', 'thread_id', 'access']")
                .extras())
        .containsExactly(WebhookExtra.ACCESS, WebhookExtra.CHAT_PROPERTIES, WebhookExtra.THREAD_ID);
  }

  @Test
  void shouldTakeTheOldNameOfSeenEvents() {
    assertThat(register("action: 'last_seen_timestamp_updated'").action())
        .isEqualTo(WebhookAction.EVENTS_SEEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "thread_closed|{author_type: 'customer'}|filters.author_type",
        "agent_status_changed|{only_my_chats: true}|filters.only_my_chats",
        "agent_deleted|{only_my_chats: true}|filters.only_my_chats",
        "customer_created|{chat_member_ids: {agents_any: ['a@b.c']}}|filters.chat_member_ids",
        "incoming_event|{agent_ids: ['a@b.c']}|filters.agent_ids",
        "incoming_event|{author_type: 'bot'}|filters.author_type",
        "incoming_event|{nobody_knows: 1}|filters",
        "incoming_event|{only_my_chats: 'yes'}|filters.only_my_chats",
        "thread_closed|{chat_member_ids: {}}|filters.chat_member_ids",
        "thread_closed|{chat_member_ids: {agents_any: []}}|filters.chat_member_ids.agents_any",
        "thread_closed|{chat_member_ids: {agents_any: ['a'], agents_exclude: ['b']}}"
            + "|filters.chat_member_ids",
        "thread_closed|{chat_properties: {a: {b: {}}}}|filters.chat_properties.a.b"
      })
  void shouldRefuseFiltersThatTheActionHasNot(String action, String filters, String field) {
    assertThat(wrong("action: '%s', filters: %s".formatted(action, filters)))
        .startsWith("`" + field + "`: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "thread_closed|['access']",
        "incoming_event|['thread_id']",
        "agent_status_changed|['chat_properties']",
        "thread_closed|['everything']",
        "thread_closed|{chat_properties: true}"
      })
  void shouldRefuseToBringAlongWhatTheActionHasNot(String action, String extras) {
    assertThat(wrong("action: '%s', additional_data: %s".formatted(action, extras)))
        .startsWith("`additional_data");
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "receiver.example",
    "ftp://receiver.example/",
    "http:///path",
    "http://receiver.example:99999/",
    "http://user:password@receiver.example/",
    "http://a b/",
    "javascript:alert(1)"
  })
  void shouldRefuseBadAddresses(String url) {
    String payload = "{action: 'thread_closed', secret_key: 's', url: '%s'}".formatted(url);

    assertThat(problem(() -> WebhookDecoder.register(json(payload), CALL))).startsWith("`url`: ");
  }

  @ParameterizedTest
  @CsvSource({"action", "url", "secret_key"})
  void shouldAskForWhatIsRequired(String member) {
    var payload = json("{action: 'thread_closed', secret_key: 's', url: 'http://a.example/'}");
    payload.remove(member);

    assertThat(problem(() -> WebhookDecoder.register(payload, CALL)))
        .isEqualTo("`" + member + "`: is required");
  }

  @Test
  void shouldRefuseUnknownActions() {
    assertThat(wrong("action: 'incoming_chat'")).startsWith("`action`: must be one of");
  }

  @Test
  void shouldReadTheOtherMethods() {
    assertThat(WebhookDecoder.unregister(json("{webhook_id: 'abc'}"), CALL))
        .isEqualTo(new UnregisterWebhook(ANNA, new WebhookId("abc")));
    assertThat(WebhookDecoder.list(json("{}"), CALL)).isEqualTo(new ListWebhooks(ANNA));
    assertThat(problem(() -> WebhookDecoder.unregister(json("{}"), CALL)))
        .isEqualTo("`webhook_id`: is required");
  }

  @Test
  void shouldReadTheWebhooksOfABot() {
    var request =
        json(
            """
            {webhooks: {url: 'http://myservice.com/webhooks', secret_key: 'JSauw0Aks8l-asAa', actions: [
              {name: 'incoming_chat_thread',
               filters: {chat_properties: {source: {type: {values: ['facebook', 'twitter']}}}}},
              {name: 'incoming_event', additional_data: ['chat_properties']}]}}
            """);

    BotWebhooks webhooks = WebhookDecoder.ofBot(Fields.of(request), ApiVersion.V3_1);

    assertThat(webhooks).isNotNull();
    assertThat(webhooks.url()).isEqualTo("http://myservice.com/webhooks");
    assertThat(webhooks.triggers().stream().map(BotWebhooks.Trigger::action))
        .containsExactly(WebhookAction.THREAD_STARTED, WebhookAction.EVENT_ADDED);
    assertThat(WebhookDecoder.ofBot(Fields.of(json("{}")), ApiVersion.V3_1)).isNull();
    assertThat(
            problem(
                () ->
                    WebhookDecoder.ofBot(
                        Fields.of(json("{webhooks: {url: 'http://a.example'}}")), ApiVersion.V3_1)))
        .isEqualTo("`webhooks.actions`: is required");
  }
}
