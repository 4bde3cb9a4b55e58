package io.parley.core.agent;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.CORA;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.agent;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.permitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.ConfigurationCommand;
import io.parley.core.ErrorType;
import io.parley.core.LicenseRun;
import io.parley.core.Rejection;
import io.parley.core.chat.ChatId;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.Settings;
import io.parley.core.user.AgentId;
import io.parley.core.user.Reach;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Anna owns the license, Bert is an administrator, Cora is neither.
class AgentsTest {
  private static final AgentId NEW = new AgentId("dan@example.com");

  private final LicenseRun run =
      LicenseRun.with(
          Settings.DEFAULTS,
          permitted(agent(ANNA, 6, SALES), Permission.OWNER),
          permitted(agent(BERT, 6), Permission.ADMINISTRATOR),
          agent(CORA, 6));

  private static AgentPatch named(String name) {
    return patch(name, null, null);
  }

  private static AgentPatch role(Permission permission) {
    return patch(null, permission, null);
  }

  private static AgentPatch patch(
      @Nullable String name,
      @Nullable Permission permission,
      @Nullable SortedMap<GroupId, Priority> groups) {
    return new AgentPatch(name, permission, null, null, null, groups, null, null, null, null);
  }

  private static CreateAgent create(AgentId by, AgentPatch patch, @Nullable Boolean awaiting) {
    return new CreateAgent(as(by), NEW, patch, awaiting, true);
  }

  private static UpdateAgent update(AgentId by, AgentId whom, AgentPatch patch) {
    return new UpdateAgent(as(by), whom, patch, true);
  }

  private Agent known(AgentId agentId) {
    return Objects.requireNonNull(run.license.agentOrNull(agentId));
  }

  private void refused(ConfigurationCommand command, ErrorType type, String about) {
    int changes = run.changes().size();

    Rejection rejection = run.rejection(command);

    assertThat(rejection.type()).isEqualTo(type);
    assertThat(rejection.message()).contains(about);
    assertThat(run.changes()).hasSize(changes);
  }

  @Test
  void shouldMakeAnAgentWhoMayWorkAtOnce() {
    run.result(create(BERT, named("Dan"), null));

    assertThat(known(NEW).name()).isEqualTo("Dan");
    assertThat(known(NEW).permission()).isEqualTo(Permission.NORMAL);
    assertThat(known(NEW).maxChatsCount()).isEqualTo(6);
    assertThat(run.last(LetterPosted.class))
        .isEqualTo(new LetterPosted(NEW, LetterPosted.Subject.INVITATION, List.of(NEW)));
    run.loggedIn(NEW);
    assertThat(run.license.routingStatusOf(NEW)).isEqualTo(RoutingStatus.ACCEPTING_CHATS);
  }

  @Test
  void shouldLetAnybodyProposeAnAgentWhoWaitsForApproval() {
    run.result(create(CORA, named("Dan"), null));

    assertThat(known(NEW).standing().awaitingApproval()).isTrue();
    assertThat(run.rejection(new LogInAgent(NEW, "c1", false)).type())
        .isEqualTo(ErrorType.REQUESTER_AWAITING_APPROVAL);
    assertThat(run.all(LetterPosted.class)).isEmpty();

    run.result(new ChangeStanding(as(BERT), NEW, ChangeStanding.To.APPROVED));
    assertThat(run.last(LetterPosted.class).to()).containsExactly(NEW);
    run.loggedIn(NEW);
  }

  @Test
  void shouldRefuseAgentsWhomTheRequesterCanNotMake() {
    refused(create(CORA, named("Dan"), false), ErrorType.AUTHORIZATION, "administrator");
    refused(
        create(CORA, patch("Dan", Permission.ADMINISTRATOR, null), true),
        ErrorType.AUTHORIZATION,
        "administrator");
    refused(
        create(BERT, patch("Dan", Permission.VICEOWNER, null), false),
        ErrorType.AUTHORIZATION,
        "`role`");
    refused(
        new CreateAgent(as(ANNA), BERT, named("Bert"), null, true), ErrorType.VALIDATION, "`id`");
    refused(
        new CreateAgent(as(ANNA), NEW, named("Dan"), false, false),
        ErrorType.AUTHORIZATION,
        "`awaiting_approval`");
    var nowhere = new TreeMap<>(Map.of(new GroupId(77), Priority.NORMAL));
    refused(create(ANNA, patch("Dan", null, nowhere), null), ErrorType.VALIDATION, "`groups`");
  }

  @Test
  void shouldChangeWhatIsGivenAndKeepTheRest() {
    var groups = new TreeMap<>(Map.of(SALES, Priority.LAST));
    run.result(update(CORA, CORA, named("Cora the Great")));
    run.result(update(BERT, CORA, patch(null, null, groups)));

    assertThat(known(CORA).name()).isEqualTo("Cora the Great");
    assertThat(known(CORA).priorityIn(SALES)).isEqualTo(Priority.LAST);
  }

  @Test
  void shouldRefuseChangesAboveOnesPlace() {
    refused(update(CORA, BERT, named("x")), ErrorType.AUTHORIZATION, "administrator");
    refused(update(BERT, ANNA, named("x")), ErrorType.AUTHORIZATION, "owner");
    refused(update(CORA, CORA, role(Permission.ADMINISTRATOR)), ErrorType.AUTHORIZATION, "");
    refused(update(BERT, CORA, role(Permission.VICEOWNER)), ErrorType.AUTHORIZATION, "`role`");
    refused(
        new UpdateAgent(as(ANNA, Reach.MY), CORA, named("x"), true),
        ErrorType.AUTHORIZATION,
        "own");
    refused(
        new UpdateAgent(as(ANNA), CORA, role(Permission.VICEOWNER), false),
        ErrorType.AUTHORIZATION,
        "`role`");
    refused(update(ANNA, NEW, named("x")), ErrorType.VALIDATION, "`id`");
  }

  @Test
  void shouldKeepTheLastOwner() {
    refused(update(ANNA, ANNA, role(Permission.NORMAL)), ErrorType.VALIDATION, "last owner");
    refused(new DeleteAgent(as(ANNA), ANNA), ErrorType.VALIDATION, "last owner");
    refused(
        new ChangeStanding(as(ANNA), ANNA, ChangeStanding.To.SUSPENDED),
        ErrorType.VALIDATION,
        "last owner");
  }

  @Test
  void shouldGiveTheChatsOfADeletedAgentToOthers() {
    run.loggedIn(CORA);
    ChatId chatId = run.starts(CARL);
    run.loggedIn(BERT);

    run.result(new DeleteAgent(as(BERT), CORA));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
    assertThat(run.systemMessages(chatId)).contains("routing.assigned_deleted");
    assertThat(run.license.agentOrNull(CORA)).isNull();
    assertThat(run.license.connectionsOf(CORA)).isZero();
    assertThat(run.last(AgentDisconnected.class).agentId()).isEqualTo(CORA);
    assertThat(run.rejection(new LogInAgent(CORA, "c9", false)).type())
        .isEqualTo(ErrorType.AUTHENTICATION);
  }

  @Test
  void shouldBeTheSameToCustomersWhenADeletedAgentComesBack() {
    String publicId = known(CORA).publicId();
    run.result(new DeleteAgent(as(CORA), CORA));

    assertThat(run.license.view().pastOrPresentAgentOrNull(CORA)).isNotNull();

    run.result(new CreateAgent(as(ANNA), CORA, named("Cora"), null, true));

    assertThat(known(CORA).publicId()).isEqualTo(publicId);
  }

  @Test
  void shouldDisconnectWhoIsSuspendedUntilThatIsOver() {
    run.loggedIn(CORA);
    ChatId chatId = run.starts(CARL);
    run.loggedIn(BERT);

    run.result(new ChangeStanding(as(BERT), CORA, ChangeStanding.To.SUSPENDED));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
    assertThat(run.license.routingStatusOf(CORA)).isEqualTo(RoutingStatus.OFFLINE);
    assertThat(run.rejection(new LogInAgent(CORA, "c9", false)).type())
        .isEqualTo(ErrorType.REQUESTER_SUSPENDED);
    run.result(new RequestUnsuspension(as(CORA)));
    assertThat(run.last(LetterPosted.class))
        .isEqualTo(new LetterPosted(CORA, LetterPosted.Subject.UNSUSPENSION, List.of(ANNA)));

    run.result(new ChangeStanding(as(BERT), CORA, ChangeStanding.To.UNSUSPENDED));

    run.loggedIn(CORA);
    refused(new RequestUnsuspension(as(CORA)), ErrorType.NOT_ALLOWED, "not suspended");
  }

  @ParameterizedTest
  @EnumSource(ChangeStanding.To.class)
  void shouldLetAdministratorsAloneChangeSomebodysStanding(ChangeStanding.To to) {
    refused(new ChangeStanding(as(CORA), CORA, to), ErrorType.AUTHORIZATION, "administrator");
    refused(new ChangeStanding(as(BERT), ANNA, to), ErrorType.AUTHORIZATION, "owner");
    refused(new ChangeStanding(as(BERT), NEW, to), ErrorType.VALIDATION, "`id`");
  }
}
