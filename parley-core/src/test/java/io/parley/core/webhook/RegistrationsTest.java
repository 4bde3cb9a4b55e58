package io.parley.core.webhook;

import static io.parley.core.LicenseRun.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.ErrorType;
import io.parley.core.LicenseRun;
import io.parley.core.Result;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who may register, see and unregister which webhooks.
class RegistrationsTest {
  private final LicenseRun run = LicenseRun.ofAcme();

  private static Caller.ByAgent caller(@Nullable String clientId, Reach reach) {
    return new Caller.ByAgent(ANNA, reach, clientId);
  }

  private static RegisterWebhook register(Caller.ByAgent caller) {
    return new RegisterWebhook(
        caller,
        "3.1",
        WebhookAction.THREAD_CLOSED,
        "https://receiver.example/",
        "secret",
        "a test",
        WebhookFilters.NONE,
        List.of());
  }

  private WebhookId registered(Caller.ByAgent caller) {
    return ((Result.WebhookRegistered) run.result(register(caller))).webhookId();
  }

  private List<WebhookId> listed(Caller.ByAgent caller) {
    return ((Result.WebhooksListed) run.result(new ListWebhooks(caller)))
        .webhooks().stream().map(Webhook::id).toList();
  }

  @Test
  void shouldBelongToTheApplicationOfTheToken() {
    WebhookId id = registered(caller("client-1", Reach.MY));

    Webhook webhook = run.license.webhooks().ofLicenseOrNull(id);
    assertThat(webhook).isNotNull();
    assertThat(webhook.ownerClientId()).isEqualTo("client-1");
    assertThat(webhook.apiVersion()).isEqualTo("3.1");
    assertThat(id.value()).matches("[0-9a-f]{32}");
  }

  @Test
  void shouldBelongToTheAgentIfTheTokenIsOfNoApplication() {
    WebhookId id = registered(caller(null, Reach.MY));

    assertThat(run.license.webhooks().ofLicenseOrNull(id).ownerClientId()).isEqualTo(ANNA.value());
  }

  @Test
  void shouldShowOneselfOnesOwnAndWhoReachesAllEverything() {
    WebhookId own = registered(caller("client-1", Reach.MY));
    WebhookId other = registered(caller("client-2", Reach.MY));

    assertThat(listed(caller("client-1", Reach.MY))).containsExactly(own);
    assertThat(listed(caller("client-1", Reach.ALL))).containsExactly(own, other);
    assertThat(listed(caller("client-3", Reach.MY))).isEmpty();
  }

  @Test
  void shouldUnregisterOnesOwn() {
    WebhookId own = registered(caller("client-1", Reach.MY));

    run.result(new UnregisterWebhook(caller("client-1", Reach.MY), own));

    assertThat(run.license.webhooks().ofLicense()).isEmpty();
    assertThat(run.rejection(new UnregisterWebhook(caller("client-1", Reach.MY), own)).type())
        .isEqualTo(ErrorType.VALIDATION);
  }

  @Test
  void shouldUnregisterAnothersOnlyForWhoReachesAll() {
    WebhookId id = registered(caller("client-1", Reach.MY));

    var refusal = run.rejection(new UnregisterWebhook(caller("client-2", Reach.MY), id));
    assertThat(refusal.type()).isEqualTo(ErrorType.AUTHORIZATION);
    assertThat(refusal.message()).contains("webhook_id");
    assertThat(run.license.webhooks().ofLicense()).hasSize(1);

    run.result(new UnregisterWebhook(caller("client-2", Reach.ALL), id));
    assertThat(run.license.webhooks().ofLicense()).isEmpty();
  }

  @Test
  void shouldNotRegisterForSomeoneWhoIsNoAgentAnyMore() {
    var gone = new Caller.ByAgent(new AgentId("gone@example.com"), Reach.MY, "client-1");

    assertThat(run.rejection(register(gone)).type()).isEqualTo(ErrorType.AUTHENTICATION);
  }

  @Test
  void shouldNotRegisterWithoutEnd() {
    for (int i = 0; i < RegisterWebhook.LIMIT; i++) {
      registered(caller("client-1", Reach.MY));
    }

    assertThat(run.rejection(register(caller("client-1", Reach.MY))).type())
        .isEqualTo(ErrorType.LIMIT_REACHED);
  }

  @Test
  void shouldNotFindTheWebhooksOfBots() {
    var webhooks =
        new BotWebhooks(
            "3.1",
            "https://bot.example/",
            "secret",
            List.of(
                new BotWebhooks.Trigger(
                    WebhookAction.EVENT_ADDED, WebhookFilters.NONE, List.of())));
    var robo = new AgentId("robo");
    List<Webhook> ofBot = webhooks.of(robo, "client-1");
    run.license.apply(new BotWebhooksSet(robo, ofBot), run.context.now());

    assertThat(listed(caller("client-1", Reach.ALL))).isEmpty();
    assertThat(run.license.webhooks().of(robo)).isEqualTo(ofBot);
    assertThat(
            run.rejection(
                    new UnregisterWebhook(caller("client-1", Reach.ALL), ofBot.getFirst().id()))
                .type())
        .isEqualTo(ErrorType.VALIDATION);
  }
}
