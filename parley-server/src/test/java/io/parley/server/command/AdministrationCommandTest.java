package io.parley.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.gateway.account.PasswordHasher;
import io.parley.runtime.IdSource;
import io.parley.store.credential.AccessTokens;
import io.parley.store.credential.AccountCredentials;
import io.parley.store.credential.OAuthClient;
import io.parley.store.credential.OAuthClients;
import io.parley.store.credential.TokenHash;
import io.parley.store.database.Database;
import io.parley.store.database.PoolConfig;
import io.parley.store.embedded.EmbeddedPostgres;
import io.parley.store.embedded.EmbeddedPostgresConfig;
import io.parley.store.license.LicenseRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `parley client` and `parley token`, beside a database that a server would run.
class AdministrationCommandTest {
  private static final LicenseId ACME = new LicenseId(104_130_623);
  private static final Map<String, String> ENVIRONMENT =
      Map.of("XDG_CACHE_HOME", Path.of("target", "postgres-cache").toAbsolutePath().toString());

  @TempDir private static Path data;
  private static EmbeddedPostgres postgres;
  private static Database database;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void start() {
    postgres =
        EmbeddedPostgres.start(
            EmbeddedPostgresConfig.defaults(data, ENVIRONMENT), new SplittableRandom(1), _ -> {});
    database = Database.open(postgres.url(), PoolConfig.defaults());
    new LicenseRegistry(database.jdbi(), new NumberedIds())
        .register(ACME, null, "Acme", Instant.EPOCH);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into agent
                      (license_id, id, position, account_id, public_id, name, permission,
                       max_chats_count, groups)
                    values
                      (104130623, 'anna@example.com', 0, 'account-1', 'public-1', 'Anna', 'normal',
                       6, '{}')
                    """));
  }

  @AfterAll
  static void stop() {
    database.close();
    postgres.close();
  }

  private int run(String... words) {
    return new CommandLineProgram(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            ENVIRONMENT)
        .run(words);
  }

  /// Runs beside the server.
  private int beside(String words) {
    out.reset();
    return run((words + " --license 104130623 --data " + data).split(" "));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String told(String name) {
    Matcher line = Pattern.compile("(?m)^" + name + " +(\\S+)$").matcher(out());
    assertThat(line.find()).as(out()).isTrue();
    return line.group(1);
  }

  private static OAuthClient client(String id) {
    return new OAuthClients(database.jdbi()).find(ACME, id).orElseThrow();
  }

  @Test
  void shouldAddListAndRemoveAnApplication() {
    int status =
        beside(
            "client add --name App --redirect-uri https://a.example/ --redirect-uri"
                + " http://localhost:3000 --scope chats--all:rw,customers:ro --scope multicast:rw");

    assertThat(status).isZero();
    assertThat(told("client_id")).matches("[0-9a-f]{32}");
    assertThat(told("client_secret")).hasSize(43);
    OAuthClient made = client(told("client_id"));
    assertThat(made.name()).isEqualTo("App");
    assertThat(made.redirectUris())
        .isEqualTo(List.of("https://a.example/", "http://localhost:3000"));
    assertThat(made.scopes())
        .containsExactlyInAnyOrder("chats--all:rw", "customers:ro", "multicast:rw");
    assertThat(made.secretHash()).startsWith("$argon2id$");
    assertThat(made.consentRequired()).isFalse();

    assertThat(beside("client list")).isZero();
    assertThat(out())
        .contains(made.clientId() + "  secret  App  https://a.example/ http://localhost:3000");

    assertThat(beside("client remove " + made.clientId())).isZero();
    assertThat(out()).contains("removed " + made.clientId());
    assertThat(beside("client list")).isZero();
    assertThat(out()).doesNotContain(made.clientId());
  }

  @Test
  void shouldAddAnApplicationThatKeepsNoSecret() {
    assertThat(
            beside(
                "client add --name App --public --ask-consent --redirect-uri https://b.example/"
                    + " --scope customers:ro"))
        .isZero();

    assertThat(out()).doesNotContain("client_secret");
    assertThat(client(told("client_id")).isPublic()).isTrue();
    assertThat(client(told("client_id")).consentRequired()).isTrue();
    assertThat(beside("client rotate-secret " + told("client_id"))).isEqualTo(1);
  }

  @Test
  void shouldGiveAnApplicationAnotherSecret() {
    beside("client add --name App --redirect-uri https://c.example/ --scope customers:ro");
    String id = told("client_id");
    String secret = told("client_secret");
    String hash = client(id).secretHash();

    assertThat(beside("client rotate-secret " + id)).isZero();

    assertThat(told("client_secret")).isNotEqualTo(secret);
    assertThat(client(id).secretHash()).isNotEqualTo(hash);
  }

  @Test
  void shouldMakeListAndRevokeAPersonalToken() {
    String agent = " --agent anna@example.com";

    assertThat(beside("token create --name laptop --scope chats--access:rw" + agent)).isZero();

    assertThat(told("account_id")).isEqualTo("account-1");
    assertThat(told("token")).startsWith("dal:");
    String id = told("token_id");
    TokenHash hash = TokenHash.of(told("token"));
    var tokens = new AccessTokens(database.jdbi());
    assertThat(tokens.find(hash).orElseThrow().scopes()).containsExactly("chats--access:rw");
    assertThat(beside("token list" + agent)).isZero();
    assertThat(out()).contains(id).contains("valid  laptop  chats--access:rw");

    assertThat(beside("token revoke " + id + agent)).isZero();

    assertThat(tokens.find(hash).orElseThrow().revokedAt()).isNotNull();
    assertThat(beside("token list" + agent)).isZero();
    assertThat(out()).contains("revoked  laptop");
    assertThat(beside("token revoke " + id + agent)).isEqualTo(1);
  }

  @Test
  void shouldGiveAnAgentANewPassword() {
    assertThat(beside("agent new-password --agent anna@example.com")).isZero();

    String password = told("password");
    var credentials = new AccountCredentials(database.jdbi());
    String hash =
        credentials.find(ACME, new AgentId("anna@example.com")).orElseThrow().passwordHash();
    var hasher = new PasswordHasher(_ -> {}, PasswordHasher.Cost.DEFAULT);
    assertThat(hasher.verify(password, hash)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "agent new-password --license 104130623 --agent bob,license 104130623 has no agent bob",
    "client list --license 7,there is no license 7",
    "client add --license 7 --name A --scope customers:ro,there is no license 7",
    "client remove --license 7 x,license 7 has no application x",
    "client rotate-secret --license 104130623 x,license 104130623 has no application x",
    "client add --license 104130623 --name A --scope all:rw,all:rw is no scope",
    "client add --license 104130623 --name A --scope customers:ro --redirect-uri a.example,"
        + "a.example can't be a redirect address",
    "token list --license 104130623 --agent bob,license 104130623 has no agent bob",
    "token create --license 104130623 --agent bob --name a --scope *,has no agent bob",
    "token create --license 104130623 --agent anna@example.com --name a --scope chats--all:rw,"
        + "agent anna@example.com may not do all that",
  })
  void shouldSayInOneLineWhatCantBeDone(String words, String why) {
    assertThat(run((words + " --data " + data).split(" "))).isEqualTo(1);

    assertThat(out()).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("parley: ")
        .contains(why)
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"client add --license 1", "client list", "token create --license x"})
  void shouldAskForWhatIsMissing(String words) {
    assertThat(run(words.split(" "))).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("parley: ").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"client", "token", "client --help", "token create --help"})
  void shouldSayWhatThereIs(String words) {
    assertThat(run(words.split(" "))).isZero();

    assertThat(out()).startsWith("Usage: parley " + words.split(" ")[0]);
  }

  @Test
  void shouldStartTheDatabaseOfAServerThatDoesNotRun(@TempDir Path idle) {
    assertThat(run("client", "list", "--license", "1", "--data", idle.toString())).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no license 1");
    assertThat(EmbeddedPostgres.running(idle)).isEmpty();
  }

  @Test
  void shouldFindTheDatabaseByItsAddress() {
    var url = postgres.url();
    String address =
        url.jdbcUrl()
            .replace("jdbc:", "")
            .replace(
                "postgresql://",
                "postgres://parley:" + url.properties().getProperty("password") + "@");

    assertThat(run("client", "list", "--license", "104130623", "--database-url", address)).isZero();
  }

  private static final class NumberedIds implements IdSource {
    @Override
    public String nextId() {
      return "1";
    }

    @Override
    public String nextUuid() {
      return "00000000-0000-4000-8000-000000000001";
    }
  }
}
