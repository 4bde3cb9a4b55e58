package io.parley.gateway.account;

import static io.parley.core.agent.Permission.ADMINISTRATOR;
import static io.parley.core.agent.Permission.NORMAL;
import static io.parley.core.agent.Permission.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.agent.Permission;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScopeTableTest {
  /// The roles of the documentation's list.
  @ParameterizedTest
  @CsvSource({
    "agents--my:rw,NORMAL",
    "agents--all:ro,ADMINISTRATOR",
    "access_rules:ro,ADMINISTRATOR",
    "agents-bot--all:ro,NORMAL",
    "agents-bot--my:ro,ADMINISTRATOR",
    "groups--all:ro,NORMAL",
    "groups--my:rw,ADMINISTRATOR",
    "chats--all:ro,ADMINISTRATOR",
    "chats--access:rw,NORMAL",
    "chats.conversation--all:rw,ADMINISTRATOR",
    "chats.conversation--my:rw,NORMAL",
    "customers:rw,NORMAL",
    "customers.ban:rw,NORMAL",
    "customers:own,ADMINISTRATOR",
    "multicast:rw,NORMAL",
    "properties--my:rw,ADMINISTRATOR",
    "webhooks.configuration:rw,ADMINISTRATOR",
    "accounts--all:rc,NORMAL",
    "accounts.roles.lc--all:rw,ADMINISTRATOR",
    "sessions--my:rw,NORMAL",
    "organization--my:rw,OWNER",
  })
  void shouldKnowWhoMayGiveAScope(String scope, Permission lowest) {
    for (Permission permission : Permission.values()) {
      assertThat(ScopeTable.given(Set.of(scope), permission).isPresent())
          .isEqualTo(permission.compareTo(lowest) <= 0);
    }
    assertThat(ScopeTable.unknown(Set.of(scope))).isEmpty();
    assertThat(ScopeTable.meaning(scope)).isNotEqualTo(scope);
  }

  @ParameterizedTest
  @EnumSource
  void shouldGiveWhatThereIsWhenEverythingIsAskedFor(Permission permission) {
    Set<String> given = ScopeTable.given(Set.of("*"), permission).orElseThrow();

    assertThat(given.contains("*")).isEqualTo(permission == OWNER);
    assertThat(ScopeTable.given(given, permission)).contains(given);
    if (permission != OWNER) {
      assertThat(given)
          .hasSize(
              (int) ScopeTable.rows().stream().filter(row -> row.isWithin(permission)).count());
    }
  }

  @Test
  void shouldLeaveWhatAnAgentMayStillGive() {
    Set<String> given = Set.of("chats--all:rw", "customers:rw");

    assertThat(ScopeTable.left(given, ADMINISTRATOR)).isEqualTo(given);
    assertThat(ScopeTable.left(given, NORMAL)).containsExactly("customers:rw");
    assertThat(ScopeTable.left(Set.of("*"), OWNER)).containsExactly("*");
    assertThat(ScopeTable.left(Set.of("*"), NORMAL)).contains("customers:rw").doesNotContain("*");
  }

  @Test
  void shouldNameWhatItDoesNotKnow() {
    assertThat(ScopeTable.unknown(Set.of("*", "customers:ro", "b:rw", "a:rw"))).contains("a:rw");
    assertThat(ScopeTable.meaning("a:rw")).isEqualTo("a:rw");
  }

  @Test
  void shouldListNoScopeTwice() {
    assertThat(ScopeTable.rows()).extracting(ScopeRow::name).doesNotHaveDuplicates();
  }
}
