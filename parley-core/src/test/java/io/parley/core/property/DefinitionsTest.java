package io.parley.core.property;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.CORA;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.agent;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.permitted;
import static io.parley.core.LicenseRun.through;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Command;
import io.parley.core.ErrorType;
import io.parley.core.LicenseRun;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.agent.Permission;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.UpdateChatProperties;
import io.parley.core.group.GroupId;
import io.parley.core.license.Settings;
import io.parley.core.property.PropertyDefinition.Range;
import io.parley.core.property.PropertyDefinition.Rights;
import io.parley.core.property.PropertyValue.Whole;
import io.parley.core.user.Caller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Anna owns the license, Cora does not.
class DefinitionsTest {
  private static final Caller.ByAgent SHOP = through(CORA, "shop");
  private static final Caller.ByAgent OTHER = through(CORA, "other");
  private static final PropertyHolder LICENSE = PropertyHolder.OfLicense.LICENSE;
  private static final PropertyHolder IN_SALES = new PropertyHolder.OfGroup(SALES);
  private static final String CHATS = "max_customer_chats_count";

  private final LicenseRun run =
      LicenseRun.with(
          Settings.DEFAULTS, permitted(agent(ANNA, 6, SALES), Permission.OWNER), agent(CORA, 6));

  private static PropertyDefinition score(
      PropertyLocation location, @Nullable Range range, PropertyValue... domain) {
    return new PropertyDefinition(
        "shop",
        "score",
        PropertyType.INT,
        Map.of(location, new Rights(true, false, false, false)),
        List.of(domain),
        range,
        null);
  }

  private static DefineProperties define(PropertyDefinition definition) {
    return new DefineProperties(SHOP, List.of(definition));
  }

  private static Properties score(long value) {
    return Properties.of("shop", "score", new Whole(value));
  }

  private void refused(Command command, ErrorType type, String about) {
    int changes = run.changes().size();

    Rejection rejection = run.rejection(command);

    assertThat(rejection.type()).isEqualTo(type);
    assertThat(rejection.message()).contains(about);
    assertThat(run.changes()).hasSize(changes);
  }

  private Properties held(Caller.ByAgent caller, PropertyHolder holder) {
    var command = new GetHeldProperties(caller, holder, "", "");
    return ((Result.OfConfiguration.Held) run.result(command)).properties();
  }

  @Test
  void shouldTakeEffectAtOnceWithTypeRangeAndRights() {
    run.loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);
    var set = new UpdateChatProperties(as(ANNA), chatId, score(3));
    refused(set, ErrorType.VALIDATION, "properties.shop.score");
    var writable = new Rights(true, true, false, false);

    run.result(
        define(
            new PropertyDefinition(
                "shop",
                "score",
                PropertyType.INT,
                Map.of(PropertyLocation.CHAT, writable),
                List.of(),
                new Range(0, 10),
                null)));

    run.result(set);
    assertThat(run.chat(chatId).properties().get("shop", "score")).isEqualTo(new Whole(3));
    refused(new UpdateChatProperties(as(ANNA), chatId, score(11)), ErrorType.VALIDATION, "range");
    refused(new UpdateChatProperties(as(CARL), chatId, score(1)), ErrorType.AUTHORIZATION, "score");
  }

  @Test
  void shouldRefuseAnotherDefinitionUnderTheSameName() {
    run.result(define(score(PropertyLocation.CHAT, null)));
    int changes = run.changes().size();

    refused(define(score(PropertyLocation.THREAD, null)), ErrorType.VALIDATION, "`score`");
    refused(define(score(PropertyLocation.CHAT, new Range(0, 1))), ErrorType.VALIDATION, "`score`");
    run.result(define(score(PropertyLocation.CHAT, null)));
    assertThat(run.changes()).hasSize(changes);

    PropertyDefinition same = score(PropertyLocation.CHAT, null);
    run.result(
        define(
            new PropertyDefinition(
                same.namespace(),
                same.name(),
                same.type(),
                same.locations(),
                same.domain(),
                null,
                "How it went")));
    assertThat(Objects.requireNonNull(definitions(SHOP, false).get("shop", "score")).description())
        .isEqualTo("How it went");
  }

  @Test
  void shouldRefuseDefinitionsThatFitNothing() {
    refused(
        define(score(PropertyLocation.CHAT, new Range(2, 1))),
        ErrorType.VALIDATION,
        "`score.range`");
    refused(
        define(score(PropertyLocation.CHAT, new Range(0, 1), new Whole(5))),
        ErrorType.VALIDATION,
        "`score.domain[0]`");
    refused(
        define(score(PropertyLocation.CHAT, null, new PropertyValue.Flag(true))),
        ErrorType.VALIDATION,
        "`score.domain[0]`");
    refused(
        define(
            new PropertyDefinition(
                "shop",
                "score",
                PropertyType.STRING,
                Map.of(PropertyLocation.CHAT, new Rights(true, true, true, true)),
                List.of(),
                new Range(0, 1),
                null)),
        ErrorType.VALIDATION,
        "`score.range`");
  }

  @Test
  void shouldLeaveReservedNamespacesAloneAndDefineNothingWithoutAnApplication() {
    var inRouting = through(CORA, "routing");
    refused(
        new DefineProperties(inRouting, List.of(score(PropertyLocation.CHAT, null))),
        ErrorType.AUTHORIZATION,
        "reserved");
    refused(
        new DefineProperties(as(CORA), List.of(score(PropertyLocation.CHAT, null))),
        ErrorType.AUTHORIZATION,
        "application");
  }

  @Test
  void shouldShowTheOwnNamespaceOrAll() {
    run.result(define(score(PropertyLocation.CHAT, null)));

    assertThat(definitions(SHOP, false).byNamespace()).containsOnlyKeys("shop");
    assertThat(definitions(OTHER, false).byNamespace()).isEmpty();
    assertThat(definitions(OTHER, true).byNamespace()).containsKeys("shop", "routing", "test");
  }

  private PropertyDefinitions definitions(Caller.ByAgent caller, boolean all) {
    var command = new GetPropertyDefinitions(caller, all);
    return ((Result.OfConfiguration.Definitions) run.result(command)).definitions();
  }

  @Test
  void shouldLetTheApplicationDoAsItLikesWithWhatItKeepsOnTheLicense() {
    run.result(define(score(PropertyLocation.LICENSE, null)));

    run.result(new SetHeldProperties(SHOP, LICENSE, score(3)));

    assertThat(held(OTHER, LICENSE).get("shop", "score")).isEqualTo(new Whole(3));
    refused(new SetHeldProperties(OTHER, LICENSE, score(4)), ErrorType.AUTHORIZATION, "shop.score");
    refused(new SetHeldProperties(SHOP, IN_SALES, score(4)), ErrorType.VALIDATION, "on a group");
    run.result(new DeleteHeldProperties(SHOP, LICENSE, Map.of("shop", List.of("score"))));
    assertThat(held(SHOP, LICENSE).get("shop", "score")).isNull();
  }

  @Test
  void shouldKeepPropertiesOfGroupsApart() {
    run.result(define(score(PropertyLocation.GROUP, null)));

    run.result(new SetHeldProperties(SHOP, IN_SALES, score(3)));

    assertThat(held(SHOP, IN_SALES)).isEqualTo(score(3));
    assertThat(held(SHOP, new PropertyHolder.OfGroup(GroupId.ALL)).isEmpty()).isTrue();
    refused(
        new SetHeldProperties(SHOP, new PropertyHolder.OfGroup(new GroupId(9)), score(3)),
        ErrorType.VALIDATION,
        "`group_id`");
  }

  @Test
  void shouldFindPropertiesByTheBeginningOfTheirNames() {
    run.result(define(score(PropertyLocation.LICENSE, null)));
    run.result(new SetHeldProperties(SHOP, LICENSE, score(3)));
    var command = new GetHeldProperties(SHOP, LICENSE, "sh", "sc");

    assertThat(((Result.OfConfiguration.Held) run.result(command)).properties())
        .isEqualTo(score(3));
    assertThat(
            ((Result.OfConfiguration.Held)
                    run.result(new GetHeldProperties(SHOP, LICENSE, "sh", "x")))
                .properties()
                .isEmpty())
        .isTrue();
  }

  @Test
  void shouldActOnTheSettingsOfTheLicenseForWhoMayConfigureIt() {
    Properties three = Properties.of("routing", CHATS, new Whole(3));
    assertThat(held(SHOP, LICENSE).get("routing", CHATS)).isEqualTo(new Whole(1));
    refused(
        new SetHeldProperties(as(CORA), LICENSE, three), ErrorType.AUTHORIZATION, "administrator");

    run.result(new SetHeldProperties(as(ANNA), LICENSE, three));

    assertThat(run.license.settings().maxCustomerChatsCount()).isEqualTo(3);
    refused(
        new SetHeldProperties(as(ANNA), LICENSE, Properties.of("routing", CHATS, new Whole(0))),
        ErrorType.VALIDATION,
        "range");
    run.result(new DeleteHeldProperties(as(ANNA), LICENSE, Map.of("routing", List.of(CHATS))));
    assertThat(run.license.settings().maxCustomerChatsCount()).isEqualTo(1);
  }
}
