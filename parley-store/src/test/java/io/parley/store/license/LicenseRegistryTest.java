package io.parley.store.license;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.StartChat;
import io.parley.core.customer.RegisterCustomer;
import io.parley.core.license.LicenseId;
import io.parley.core.license.OrganizationId;
import io.parley.core.license.Settings;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.store.TestDatabase;
import io.parley.store.journal.CommitListener;
import io.parley.store.journal.Conversation;
import io.parley.store.journal.PostgresJournal;
import io.parley.store.journal.TestLicenses;
import io.parley.store.journal.TestLicenses.SeededIds;
import org.junit.jupiter.api.Test;

class LicenseRegistryTest {

  private static final LicenseId ONE = new LicenseId(501);
  private static final LicenseId TWO = new LicenseId(502);
  private static final LicenseId THREE = new LicenseId(503);
  private static final LicenseId FOUR = new LicenseId(504);

  private static final SeededIds IDS = new SeededIds(7);

  private final LicenseRegistry registry = registry();

  private static LicenseRegistry registry() {
    return new LicenseRegistry(TestDatabase.shared().jdbi(), IDS);
  }

  @Test
  void shouldMakeALicenseOnce() {
    var wanted = new OrganizationId("390E44E6-f1e6-4368-96db-74a14508c2e0");
    var canonical = new OrganizationId("390e44e6-f1e6-4368-96db-74a14508c2e0");

    assertThat(registry.register(ONE, wanted, "Acme", TestLicenses.START))
        .isEqualTo(new Registration.Created(canonical));
    assertThat(registry.register(ONE, wanted, "Other", TestLicenses.START))
        .isEqualTo(new Registration.Known(canonical));
    assertThat(registry.register(ONE, null, "Other", TestLicenses.START))
        .isEqualTo(new Registration.Known(canonical));
    assertThat(registry.register(ONE, new OrganizationId("x"), "Acme", TestLicenses.START))
        .isEqualTo(new Registration.OtherOrganization(canonical));
    assertThat(registry.register(new LicenseId(599), wanted, "Acme", TestLicenses.START))
        .isEqualTo(new Registration.OrganizationTaken(ONE));
    assertThat(registry().exists(new LicenseId(599))).isFalse();
  }

  @Test
  void shouldFindLicensesByBothNames() {
    var registration =
        (Registration.Created) registry.register(TWO, null, "Acme", TestLicenses.START);

    for (var asked : new LicenseRegistry[] {registry, registry()}) {
      assertThat(asked.find(registration.organizationId())).contains(TWO);
      assertThat(asked.find(registration.organizationId())).contains(TWO);
      assertThat(asked.organizationOf(TWO)).contains(registration.organizationId());
      assertThat(asked.exists(TWO)).isTrue();
      assertThat(asked.all()).contains(TWO);
    }
    assertThat(registry.find(new OrganizationId("\u0000"))).isEmpty();
    assertThat(registry.exists(new LicenseId(598))).isFalse();
  }

  @Test
  void shouldFindALicenseThatIsMadeAfterItWasAskedFor() {
    assertThat(registry.exists(THREE)).isFalse();

    registry().register(THREE, null, "Acme", TestLicenses.START);

    assertThat(registry.exists(THREE)).isTrue();
  }

  @Test
  void shouldListLicensesWithActiveThreads() {
    registry.register(FOUR, null, "Acme", TestLicenses.START);
    var carl = new CustomerId("11111111-1111-4111-8111-111111111111");
    try (var journal =
            new PostgresJournal(TestDatabase.shared().dataSource(), CommitListener.NONE);
        var conversation = new Conversation(FOUR, journal)) {
      assertThat(conversation.live().settings()).isEqualTo(Settings.DEFAULTS);
      conversation.does(new RegisterCustomer(carl));
      assertThat(registry.withActiveThreads()).doesNotContain(FOUR);

      var opening =
          new ChatOpening(
              null,
              ChatOpening.PLAIN.chatProperties(),
              ChatOpening.PLAIN.threadProperties(),
              null,
              java.util.List.of(),
              true);
      conversation.does(new StartChat(new Caller.ByCustomer(carl, null), opening));
      assertThat(registry.withActiveThreads()).contains(FOUR);

      conversation.does(new CloseThread(new Caller.BySystem(), conversation.chats().getFirst()));
      assertThat(registry.withActiveThreads()).doesNotContain(FOUR);
    }
  }
}
