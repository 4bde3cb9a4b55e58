package io.parley.core.bot;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.through;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.ConfigurationCommand;
import io.parley.core.ErrorType;
import io.parley.core.LicenseRun;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.agent.Agent;
import io.parley.core.agent.DescribedAgent;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.chat.ChatId;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BotsTest {
  private static final Caller.ByAgent OWNER = through(ANNA, "shop");
  private static final Caller.ByAgent OTHER = through(ANNA, "other");

  private final LicenseRun run = LicenseRun.ofAcme();

  private static BotPatch patch(@Nullable String name, @Nullable RoutingStatus status) {
    return new BotPatch(name, status, null, null, null, null, null);
  }

  private static BotPatch in(RoutingStatus status, Priority usual, Map<GroupId, Priority> groups) {
    return new BotPatch("Bot", status, null, null, null, usual, new TreeMap<>(groups));
  }

  private AgentId makes(BotPatch patch) {
    return ((Result.OfConfiguration.BotCreated) run.result(new CreateBot(OWNER, patch))).botId();
  }

  private AgentId makesAcceptingBot() {
    return makes(patch("Bot", RoutingStatus.ACCEPTING_CHATS));
  }

  private Agent bot(AgentId botId) {
    return Objects.requireNonNull(run.license.agentOrNull(botId));
  }

  private void refused(ConfigurationCommand command, ErrorType type, String about) {
    int changes = run.changes().size();

    Rejection rejection = run.rejection(command);

    assertThat(rejection.type()).isEqualTo(type);
    assertThat(rejection.message()).contains(about);
    assertThat(run.changes()).hasSize(changes);
  }

  @Test
  void shouldGiveChatsToABotThatAcceptsThem() {
    AgentId botId = makesAcceptingBot();

    ChatId chatId = run.starts(CARL);

    assertThat(run.chat(chatId).presentAgents()).containsExactly(botId);
    assertThat(bot(botId).bot()).isEqualTo(new Agent.Bot("shop"));
    assertThat(botId.value()).matches("[0-9a-f]{32}");
  }

  @Test
  void shouldGiveNoChatsToABotThatIsAbsentOrASupervisor() {
    makes(patch("Off", RoutingStatus.OFFLINE));
    makes(patch("Not now", RoutingStatus.NOT_ACCEPTING_CHATS));
    makes(in(RoutingStatus.ACCEPTING_CHATS, Priority.SUPERVISOR, Map.of()));
    run.loggedIn(BERT);

    assertThat(run.chat(run.starts(CARL)).presentAgents()).containsExactly(BERT);
  }

  @Test
  void shouldPreferABotByItsPriorityInAGroup() {
    run.loggedIn(ANNA);
    AgentId botId =
        makes(in(RoutingStatus.ACCEPTING_CHATS, Priority.LAST, Map.of(SALES, Priority.FIRST)));

    ChatId chatId = run.starts(as(CARL), LicenseRun.in(SALES));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(botId);
    assertThat(bot(botId).priorityIn(GroupId.ALL)).isEqualTo(Priority.LAST);
  }

  @Test
  void shouldGiveTheChatsOfABotToOthersWhenItGoesOffline() {
    AgentId botId = makesAcceptingBot();
    ChatId chatId = run.starts(CARL);
    run.loggedIn(BERT);

    run.result(new UpdateBot(OWNER, botId, patch(null, RoutingStatus.OFFLINE)));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
    assertThat(run.all(RoutingStatusSet.class).getLast().durable()).isTrue();
  }

  @Test
  void shouldGiveTheChatsOfARemovedBotToOthers() {
    AgentId botId = makesAcceptingBot();
    ChatId chatId = run.starts(CARL);
    run.loggedIn(BERT);

    run.result(new RemoveBot(OWNER, botId));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
    assertThat(run.license.agentOrNull(botId)).isNull();
    refused(new GetBot(OWNER, botId), ErrorType.VALIDATION, "`bot_agent_id`");
  }

  @Test
  void shouldChangeWhatIsGivenAndKeepTheRest() {
    AgentId botId = makesAcceptingBot();

    run.result(
        new UpdateBot(
            OWNER,
            botId,
            new BotPatch("Botty", null, "https://example.com/b.png", null, 20, null, null)));

    assertThat(bot(botId).name()).isEqualTo("Botty");
    assertThat(bot(botId).avatar()).isEqualTo("https://example.com/b.png");
    assertThat(bot(botId).maxChatsCount()).isEqualTo(20);
    assertThat(run.license.routingStatusOf(botId)).isEqualTo(RoutingStatus.ACCEPTING_CHATS);

    run.result(new UpdateBot(OWNER, botId, new BotPatch(null, null, "", null, null, null, null)));

    assertThat(bot(botId).avatar()).isNull();
  }

  @Test
  void shouldKeepOtherApplicationsAway() {
    AgentId botId = makesAcceptingBot();

    refused(new UpdateBot(OTHER, botId, patch("x", null)), ErrorType.AUTHORIZATION, "another");
    refused(new RemoveBot(OTHER, botId), ErrorType.AUTHORIZATION, "another");
    refused(new GetBot(OTHER, botId), ErrorType.AUTHORIZATION, "another");
    refused(new UpdateBot(as(ANNA), botId, patch("x", null)), ErrorType.AUTHORIZATION, "another");
    assertThat(bots(new GetBots(OTHER, false))).isEmpty();
    assertThat(bots(new GetBots(OTHER, true))).containsExactly(botId);
    assertThat(bots(new GetBots(OWNER, false))).containsExactly(botId);

    run.result(new RemoveBot(as(ANNA), botId));
  }

  @Test
  void shouldRefuseGroupsAndBotsThatAreNotThere() {
    AgentId botId = makesAcceptingBot();
    var nowhere = in(RoutingStatus.OFFLINE, Priority.NORMAL, Map.of(new GroupId(9), Priority.LAST));

    refused(new CreateBot(OWNER, nowhere), ErrorType.VALIDATION, "`groups`");
    refused(new UpdateBot(OWNER, botId, nowhere), ErrorType.VALIDATION, "`groups`");
    refused(new UpdateBot(OWNER, ANNA, patch("x", null)), ErrorType.VALIDATION, "`id`");
    refused(new RemoveBot(as(ANNA), BERT), ErrorType.VALIDATION, "`bot_agent_id`");
  }

  @Test
  void shouldBelongToWhoMadeItIfNoApplicationDid() {
    Caller.ByAgent personally = as(ANNA);
    run.result(new CreateBot(personally, patch("Bot", RoutingStatus.OFFLINE)));

    assertThat(bots(new GetBots(personally, false))).hasSize(1);
    assertThat(bots(new GetBots(as(BERT), false))).isEmpty();
  }

  private List<AgentId> bots(GetBots command) {
    return ((Result.OfConfiguration.Bots) run.result(command))
        .bots().stream().map(DescribedAgent::agent).map(Agent::id).toList();
  }
}
