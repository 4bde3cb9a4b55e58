package io.parley.core.group;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.CORA;
import static io.parley.core.LicenseRun.DORA;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.agent;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.in;
import static io.parley.core.LicenseRun.permitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.ConfigurationCommand;
import io.parley.core.ErrorType;
import io.parley.core.LicenseRun;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.access.Access;
import io.parley.core.agent.Permission;
import io.parley.core.chat.ChatAccessChanged;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.CloseThread;
import io.parley.core.license.Settings;
import io.parley.core.routing.GroupStatus;
import io.parley.core.user.AgentId;
import io.parley.core.user.Reach;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Anna owns the license and is in Sales, Cora is neither.
class GroupsTest {
  private final LicenseRun run =
      LicenseRun.with(
          Settings.DEFAULTS,
          permitted(agent(ANNA, 6, SALES), Permission.OWNER),
          agent(BERT, 1),
          agent(CORA, 6));

  private static SortedMap<AgentId, Priority> members(Map<AgentId, Priority> members) {
    var sorted = new TreeMap<AgentId, Priority>(Comparator.comparing(AgentId::value));
    sorted.putAll(members);
    return sorted;
  }

  private GroupId makes(Map<AgentId, Priority> members) {
    var command = new CreateGroup(as(ANNA), "Shoes", "pl", members(members));
    return ((Result.OfConfiguration.GroupCreated) run.result(command)).groupId();
  }

  private DescribedGroup described(GroupId groupId) {
    var command = new GetGroup(as(ANNA), groupId, Set.of());
    return ((Result.OfConfiguration.OneGroup) run.result(command)).group();
  }

  private void refused(ConfigurationCommand command, ErrorType type, String about) {
    int changes = run.changes().size();

    Rejection rejection = run.rejection(command);

    assertThat(rejection.type()).isEqualTo(type);
    assertThat(rejection.message()).contains(about);
    assertThat(run.changes()).hasSize(changes);
  }

  @Test
  void shouldMakeAGroupWhoseAgentsGetItsChatsAtOnce() {
    run.loggedIn(ANNA, CORA);

    GroupId shoes = makes(Map.of(CORA, Priority.NORMAL, BERT, Priority.SUPERVISOR));

    ChatId chatId = run.starts(as(CARL), in(shoes));
    assertThat(run.chat(chatId).presentAgents()).containsExactly(CORA);
    assertThat(described(shoes).group().languageCode()).isEqualTo("pl");
    assertThat(described(shoes).priorities())
        .isEqualTo(Map.of(BERT, Priority.SUPERVISOR, CORA, Priority.NORMAL));
    assertThat(described(shoes).status()).isEqualTo(GroupStatus.ONLINE);
  }

  @Test
  void shouldMakeNoGroupWithoutAnybodyNormalOrWithStrangers() {
    var create = new CreateGroup(as(ANNA), "x", "en", members(Map.of(CORA, Priority.LAST)));
    refused(create, ErrorType.VALIDATION, "`agent_priorities`");
    var stranger = Map.of(new AgentId("nobody@example.com"), Priority.NORMAL);
    refused(
        new CreateGroup(as(ANNA), "x", "en", members(stranger)),
        ErrorType.VALIDATION,
        "nobody@example.com");
    refused(
        new CreateGroup(as(CORA), "x", "en", members(Map.of(CORA, Priority.NORMAL))),
        ErrorType.AUTHORIZATION,
        "administrator");
  }

  @Test
  void shouldHaveExactlyTheNamedMembersAfterAnUpdate() {
    run.result(
        new UpdateGroup(as(ANNA), SALES, "Sellers", null, members(Map.of(BERT, Priority.FIRST))));

    assertThat(described(SALES).group().name()).isEqualTo("Sellers");
    assertThat(described(SALES).priorities()).isEqualTo(Map.of(BERT, Priority.FIRST));
  }

  @Test
  void shouldHoldEveryAgentInGroupZero() {
    run.result(
        new UpdateGroup(as(ANNA), GroupId.ALL, null, null, members(Map.of(BERT, Priority.LAST))));

    assertThat(described(GroupId.ALL).priorities())
        .isEqualTo(Map.of(ANNA, Priority.NORMAL, BERT, Priority.LAST, CORA, Priority.NORMAL));
    refused(new DeleteGroup(as(ANNA), GroupId.ALL), ErrorType.VALIDATION, "group 0");
  }

  @Test
  void shouldKeepGroupsOfOthersFromATokenForOnesOwn() {
    GroupId shoes = makes(Map.of(CORA, Priority.NORMAL));

    refused(new GetGroup(as(ANNA, Reach.MY), shoes, Set.of()), ErrorType.AUTHORIZATION, "member");
    refused(new DeleteGroup(as(ANNA, Reach.MY), shoes), ErrorType.AUTHORIZATION, "member");
    refused(
        new UpdateGroup(as(CORA, Reach.MY), shoes, "x", null, null),
        ErrorType.AUTHORIZATION,
        "administrator");
    run.result(new GetGroup(as(CORA, Reach.MY), shoes, Set.of()));
    refused(new GetGroup(as(ANNA), new GroupId(9), Set.of()), ErrorType.VALIDATION, "`id`");
  }

  @Test
  void shouldOpenTheChatsOfADeletedGroupToAllAndFindAgentsForThem() {
    run.loggedIn(BERT);
    run.starts(CARL);
    GroupId shoes = makes(Map.of(BERT, Priority.NORMAL));
    ChatId waiting = run.starts(as(DORA), in(shoes));
    run.loggedIn(CORA);
    assertThat(run.license.waitingChats()).containsExactly(waiting);

    run.result(new DeleteGroup(as(ANNA), shoes));

    assertThat(run.chat(waiting).access()).isEqualTo(Access.ALL_AGENTS);
    assertThat(run.last(ChatAccessChanged.class).chatId()).isEqualTo(waiting);
    assertThat(run.chat(waiting).presentAgents()).containsExactly(CORA);
    assertThat(run.license.groupOrNull(shoes)).isNull();
    assertThat(run.license.groupsOf(BERT)).isEmpty();
  }

  @Test
  void shouldOpenClosedChatsOfADeletedGroupAndKeepTheOtherGroupsOfChats() {
    run.loggedIn(ANNA);
    ChatId closed = run.starts(as(CARL), in(SALES));
    run.result(new CloseThread(as(ANNA), closed));
    GroupId shoes = makes(Map.of(ANNA, Priority.NORMAL));
    ChatId shared = run.starts(as(DORA), in(SALES, shoes));

    run.result(new DeleteGroup(as(ANNA), SALES));

    assertThat(run.chat(closed).access()).isEqualTo(Access.ALL_AGENTS);
    assertThat(Objects.requireNonNull(run.chat(closed).lastThread()).access())
        .isEqualTo(Access.ALL_AGENTS);
    assertThat(run.chat(shared).access()).isEqualTo(Access.of(shoes));
  }

  @Test
  void shouldNeverGiveTheNumberOfADeletedGroupAgain() {
    GroupId shoes = makes(Map.of(CORA, Priority.NORMAL));
    run.result(new DeleteGroup(as(ANNA), shoes));

    assertThat(makes(Map.of(CORA, Priority.NORMAL))).isGreaterThan(shoes);
  }
}
