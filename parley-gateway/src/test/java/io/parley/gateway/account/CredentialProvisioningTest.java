package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.ACCOUNT;
import static io.parley.gateway.account.AccountsServer.ACME;
import static io.parley.gateway.account.AccountsServer.AGENT_TOKEN;
import static io.parley.gateway.account.AccountsServer.ANNA;
import static io.parley.gateway.account.AccountsServer.CLIENT;
import static io.parley.gateway.account.AccountsServer.OTHER;
import static io.parley.gateway.account.AccountsServer.PERSONAL_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.user.AgentId;
import io.parley.gateway.account.CredentialProvisioning.WantedClient;
import io.parley.gateway.account.CredentialProvisioning.WantedPassword;
import io.parley.store.credential.AccountCredential;
import io.parley.store.credential.AccountCredentials;
import io.parley.store.credential.OAuthClient;
import io.parley.store.credential.OAuthClients;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CredentialProvisioningTest {
  private static final String PASSWORD = "correct horse battery";

  private final TestDatabase database = TestDatabase.emptied();
  private final AccountsServer server = new AccountsServer(database);
  private final CredentialProvisioning provisioning = server.accounts.provisioning();

  @AfterEach
  void stop() {
    server.close();
  }

  private String passwordHash() {
    return new AccountCredentials(database.jdbi())
        .find(ACME.licenseId(), ANNA)
        .orElseThrow()
        .passwordHash();
  }

  @Test
  void shouldChangeNothingWhenAppliedTwice() {
    provisioning.putPassword(ACME.licenseId(), ANNA, ACCOUNT, PASSWORD);
    provisioning.putClient(ACME.licenseId(), secretClient());
    String before = database.dump();
    server.now.updateAndGet(now -> now.plusSeconds(5));

    provisioning.putPassword(ACME.licenseId(), ANNA, ACCOUNT, PASSWORD);
    provisioning.putClient(ACME.licenseId(), secretClient());
    provisioning.putAgentToken(
        ACME.licenseId(), AccountsServer.token(AGENT_TOKEN, Set.of("*"), Duration.ZERO));

    assertThat(database.dump()).isEqualTo(before);
  }

  @Test
  void shouldLeaveAPasswordAloneThatTheAgentHasChosen() {
    provisioning.putPassword(ACME.licenseId(), ANNA, ACCOUNT, PASSWORD);
    var credentials = new AccountCredentials(database.jdbi());
    credentials.choose(
        new AccountCredential(ACME.licenseId(), ANNA, ACCOUNT, "chosen"), server.now.get());

    provisioning.putPassword(ACME.licenseId(), ANNA, ACCOUNT, PASSWORD);

    assertThat(passwordHash()).isEqualTo("chosen");
  }

  private static WantedClient secretClient() {
    return new WantedClient("server-side", "s3cret", "Server", List.of(), Set.of("chats--all:ro"));
  }

  @Test
  void shouldHashAnotherPasswordAnew() {
    provisioning.putPassword(ACME.licenseId(), ANNA, ACCOUNT, PASSWORD);
    String before = passwordHash();

    provisioning.putPassword(ACME.licenseId(), ANNA, ACCOUNT, "another");

    var hasher = new PasswordHasher(_ -> {}, PasswordHasher.Cost.DEFAULT);
    assertThat(hasher.verify(PASSWORD, before)).isTrue();
    assertThat(hasher.verify("another", passwordHash())).isTrue();
  }

  @Test
  void shouldHashOnlyThePasswordsOfASetThatAreOthers() {
    provisioning.putPasswords(ACME.licenseId(), passwords("one", "two", "three"));
    List<String> before = passwordHashes();

    provisioning.putPasswords(ACME.licenseId(), passwords("one", "2", "three"));

    List<String> after = passwordHashes();
    assertThat(after.get(0)).isEqualTo(before.get(0));
    assertThat(after.get(2)).isEqualTo(before.get(2));
    assertThat(new PasswordHasher(_ -> {}, PasswordHasher.Cost.DEFAULT).verify("2", after.get(1)))
        .isTrue();
  }

  @Test
  void shouldChangeNothingWhenASetIsPutAgainAndMendWhatWasChangedSince() {
    provisioning.putPasswords(ACME.licenseId(), passwords("one", "two", "three"));
    String before = database.dump();
    provisioning.putPasswords(ACME.licenseId(), passwords("one", "two", "three"));
    assertThat(database.dump()).isEqualTo(before);

    provisioning.putPassword(ACME.licenseId(), new AgentId("agent1"), ACCOUNT, "stolen");
    provisioning.putPasswords(ACME.licenseId(), passwords("one", "two", "three"));

    assertThat(
            new PasswordHasher(_ -> {}, PasswordHasher.Cost.DEFAULT)
                .verify("two", passwordHashes().get(1)))
        .isTrue();
  }

  private static List<WantedPassword> passwords(String... passwords) {
    return IntStream.range(0, passwords.length)
        .mapToObj(i -> new WantedPassword(new AgentId("agent" + i), ACCOUNT, passwords[i]))
        .toList();
  }

  private List<String> passwordHashes() {
    var credentials = new AccountCredentials(database.jdbi());
    return IntStream.range(0, 3)
        .mapToObj(i -> credentials.find(ACME.licenseId(), new AgentId("agent" + i)))
        .map(credential -> credential.orElseThrow().passwordHash())
        .toList();
  }

  @Test
  void shouldMakeAnApplicationPublicWhoseSecretIsTakenAway() {
    provisioning.putClient(ACME.licenseId(), secretClient());
    assertThat(client().secretHash()).startsWith("$argon2id$");

    provisioning.putClient(
        ACME.licenseId(),
        new WantedClient("server-side", null, "Server", List.of(), Set.of("chats--all:ro")));

    assertThat(client().secretHash()).isNull();
  }

  private OAuthClient client() {
    return new OAuthClients(database.jdbi()).find(ACME.licenseId(), "server-side").orElseThrow();
  }

  @Test
  void shouldRefuseATokenThatAnotherLicenseHas() {
    assertThat(
            provisioning.putPersonalToken(
                OTHER.licenseId(),
                AccountsServer.token(PERSONAL_TOKEN, Set.of("*"), Duration.ZERO)))
        .isFalse();
  }

  @Test
  void shouldStoreNothingThatCouldBeUsedToComeIn() {
    provisioning.putPassword(ACME.licenseId(), ANNA, ACCOUNT, PASSWORD);
    provisioning.putClient(ACME.licenseId(), secretClient());
    Answer customer =
        server.post(
            "/customer/token",
            "{\"grant_type\": \"cookie\", \"client_id\": \"%s\", \"license_id\": %s}"
                .formatted(CLIENT, ACME.licenseId()));

    assertThat(database.dump())
        .contains(ANNA.value())
        .doesNotContain(PASSWORD)
        .doesNotContain("s3cret")
        .doesNotContain(AGENT_TOKEN)
        .doesNotContain(PERSONAL_TOKEN)
        .doesNotContain(customer.text("access_token"))
        .doesNotContain(customer.cookie("__lc_cst"));
    assertThat(customer.cookie("__lc_cst")).isNotEmpty();
  }
}
