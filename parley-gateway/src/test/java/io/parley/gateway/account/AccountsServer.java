package io.parley.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.agent.Permission;
import io.parley.core.license.LicenseId;
import io.parley.core.license.OrganizationId;
import io.parley.core.user.AgentId;
import io.parley.gateway.account.CredentialProvisioning.WantedClient;
import io.parley.gateway.account.CredentialProvisioning.WantedToken;
import io.parley.runtime.Delivery;
import io.parley.runtime.IdSource;
import io.parley.runtime.LicenseHost;
import io.parley.runtime.OutcomeBatch;
import io.parley.store.credential.AuthAudit;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// Accounts behind a real HTTP server, with two licenses, an agent, an application and tokens.
final class AccountsServer implements AutoCloseable {
  static final Tenant ACME =
      new Tenant(
          new LicenseId(104_130_623),
          new OrganizationId("390e44e6-f1e6-4368-96db-74a14508c2e0"),
          "dal");
  static final Tenant OTHER =
      new Tenant(
          new LicenseId(2), new OrganizationId("22222222-f1e6-4368-96db-74a14508c2e0"), "fra");
  static final AgentId ANNA = new AgentId("anna@example.com");
  static final String ACCOUNT = "3f1c6c1e-52d5-4d2e-9a0c-3d4f6f0a1b2c";
  static final String CLIENT = "04b98ba24fc4426a0a046cf955dfd796";
  static final String HOME = "https://shop.example";
  static final String AGENT_TOKEN = "dal:agent1-token";
  static final String WEAK_TOKEN = "dal:agent1-weak-token";
  static final String PERSONAL_TOKEN = "dal:pat-1";
  static final String PASSWORD = "correct horse battery";
  static final String SERVER_APP = "9cbf3a968289727cb3cdfe83ab1d9836";
  static final String SERVER_SECRET = "s3cret";
  static final String SERVER_HOME = "https://app.example/callback";

  /// Passwords that cost next to nothing.
  static final AuthorizationConfig CHEAP =
      AuthorizationConfig.defaults().withPasswordCost(new PasswordHasher.Cost(64, 1, 1));

  static final AccountsConfig QUICK = AccountsConfig.defaults().withAuthorization(CHEAP);

  final CustomerJournal journal =
      new CustomerJournal(Map.of(ACME.licenseId(), ACME, OTHER.licenseId(), OTHER));
  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T10:00:00Z"));
  final Accounts accounts;
  private final Random random = new Random(7);
  private final LicenseHost host =
      new LicenseHost(journal, new ReplyingDelivery(), now::get, new NumberedIds());
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final TestDatabase database;
  private final HttpServer server;

  AccountsServer(TestDatabase database) {
    this(database, QUICK);
  }

  AccountsServer(TestDatabase database, AccountsConfig config) {
    this.database = database;
    var ports =
        new AccountsPorts(
            new TwoLicenses(),
            (licenseId, customerId) -> journal.loadCustomer(licenseId, customerId).isPresent(),
            host,
            new NumberedIds(),
            random::nextBytes,
            now::get,
            Optional.empty());
    accounts = new Accounts(vertx, database.jdbi(), ports, config);
    var router = Router.router(vertx);
    accounts.routes().mount(router);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    provision();
  }

  private void provision() {
    var provisioning = accounts.provisioning();
    for (Tenant tenant : List.of(ACME, OTHER)) {
      provisioning.putClient(
          tenant.licenseId(),
          new WantedClient(CLIENT, null, "Shop", List.of(HOME + "/"), Set.of("customers:own")));
    }
    assertThat(
            provisioning.putAgentToken(
                ACME.licenseId(), token(AGENT_TOKEN, Set.of("*"), Duration.ZERO)))
        .isTrue();
    provisioning.putAgentToken(
        ACME.licenseId(), token(WEAK_TOKEN, Set.of("chats--all:rw"), Duration.ofHours(1)));
    provisioning.putPersonalToken(
        ACME.licenseId(), token(PERSONAL_TOKEN, Set.of("*"), Duration.ZERO));
  }

  /// Adds an agent who can sign in.
  AccountsServer withAgent(Tenant tenant, AgentId agentId, Permission permission) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into agent values (?, ?, ?, ?) on conflict (license_id, id)"
                        + " do update set permission = excluded.permission",
                    tenant.licenseId().value(),
                    agentId.value(),
                    permission.name().toLowerCase(Locale.ROOT),
                    ACCOUNT));
    accounts.provisioning().putPassword(tenant.licenseId(), agentId, ACCOUNT, PASSWORD);
    return this;
  }

  /// Takes an agent out of a license.
  void removeAgent(Tenant tenant, AgentId agentId) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "delete from agent where license_id = ? and id = ?",
                    tenant.licenseId().value(),
                    agentId.value()));
  }

  /// Adds an application that keeps a secret.
  AccountsServer withServerApp(String... scopes) {
    return withApp(SERVER_APP, SERVER_SECRET, SERVER_HOME, false, scopes);
  }

  AccountsServer withApp(
      String clientId, String secret, String home, boolean consentRequired, String... scopes) {
    accounts
        .provisioning()
        .putClient(
            ACME.licenseId(),
            new WantedClient(
                clientId, secret, "My <app>", List.of(home), Set.of(scopes), consentRequired));
    return this;
  }

  /// What was recorded about a license, the newest first: action, outcome, agent.
  List<String> audit(long licenseId) {
    return new AuthAudit(database.jdbi())
        .newest(licenseId, 100).stream()
            .map(event -> event.action() + " " + event.outcome() + " " + event.agentId())
            .toList();
  }

  /// Does something while the database has lost a table.
  void brokenWhile(Runnable action) {
    database.jdbi().useHandle(handle -> handle.execute("alter table oauth_client rename to gone"));
    try {
      action.run();
    } finally {
      database
          .jdbi()
          .useHandle(handle -> handle.execute("alter table gone rename to oauth_client"));
    }
  }

  /// Lets time pass.
  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  static WantedToken token(String token, Set<String> scopes, Duration lifetime) {
    return new WantedToken(token, ANNA, ACCOUNT, CLIENT, scopes, lifetime);
  }

  String origin() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /// Sends a request, made complete by `change`.
  Answer send(String path, UnaryOperator<HttpRequest.Builder> change) {
    var request = change.apply(HttpRequest.newBuilder(URI.create(origin() + path))).build();
    return new Answer(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join());
  }

  /// Posts a body the way `curl -d` does.
  Answer post(String path, String body, String... headers) {
    return send(
        path,
        request -> {
          request
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(body));
          return headers.length == 0 ? request : request.headers(headers);
        });
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
    client.close();
    accounts.close();
    host.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static final class TwoLicenses implements Licenses {
    @Override
    public Optional<Tenant> byId(LicenseId licenseId) {
      return List.of(ACME, OTHER).stream()
          .filter(each -> each.licenseId().equals(licenseId))
          .findFirst();
    }

    @Override
    public Optional<Tenant> byOrganization(OrganizationId organizationId) {
      return List.of(ACME, OTHER).stream()
          .filter(each -> each.organizationId().equals(organizationId))
          .findFirst();
    }
  }

  private static final class ReplyingDelivery implements Delivery {
    @Override
    public void deliver(OutcomeBatch batch) {
      batch.outcomes().forEach(outcome -> outcome.replyTo().reply(outcome.reply()));
    }

    @Override
    public void reset(LicenseId licenseId) {}
  }

  private static final class NumberedIds implements IdSource {
    private final AtomicInteger next = new AtomicInteger();

    @Override
    public String nextId() {
      return "%010d".formatted(next.incrementAndGet());
    }

    @Override
    public String nextUuid() {
      return "00000000-0000-4000-8000-%012d".formatted(next.incrementAndGet());
    }
  }
}
