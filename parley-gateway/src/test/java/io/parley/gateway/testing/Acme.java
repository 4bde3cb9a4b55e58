package io.parley.gateway.testing;

import io.parley.core.agent.Agent;
import io.parley.core.agent.Permission;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseProfile;
import io.parley.core.license.OrganizationId;
import io.parley.core.license.Settings;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.gateway.account.Grant;
import io.parley.gateway.account.GrantEnded;
import io.parley.gateway.account.GrantWatch;
import io.parley.gateway.account.Holder;
import io.parley.gateway.account.Licenses;
import io.parley.gateway.account.Refusal;
import io.parley.gateway.account.Role;
import io.parley.gateway.account.Tenant;
import io.parley.gateway.account.TokenCheck;
import io.parley.protocol.scope.Scopes;
import io.parley.store.credential.TokenHash;
import io.parley.store.credential.TokenKind;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The license of the tests: two agents, a bot, two customers, and their tokens.
public final class Acme implements Licenses {
  public static final LicenseId LICENSE = new LicenseId(104130623);
  public static final OrganizationId ORGANIZATION =
      new OrganizationId("390e44e6-f1e6-4368-96db-74a14508c2e0");
  public static final LicenseId OTHER_LICENSE = new LicenseId(7);
  public static final AgentId ANNA = new AgentId("anna@acme.example");
  public static final AgentId BEN = new AgentId("ben@acme.example");
  public static final AgentId BOT = new AgentId("5c9871d5372c824cbf22d860a707a578");
  public static final CustomerId CARL = new CustomerId("b7eff798-f8df-4364-8059-649c35c9ed0c");
  public static final CustomerId DORA = new CustomerId("0a1b2c3d-f8df-4364-8059-649c35c9ed0c");

  /// The application whose bot works for the license.
  public static final String CLIENT = "04b98ba24fc4426a0a046cf955dfd796";

  private static final Tenant TENANT = new Tenant(LICENSE, ORGANIZATION, "dal");
  private static final Tenant OTHER_TENANT =
      new Tenant(OTHER_LICENSE, new OrganizationId("00000000-0000-0000-0000-000000000007"), "dal");

  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private final Map<TokenHash, Consumer<GrantEnded>> watched = new ConcurrentHashMap<>();

  public Acme() {
    grant("anna", new Holder.Agent(ANNA, "a-1"), "*");
    grant("ben", new Holder.Agent(BEN, "a-2"), "*");
    grant("reader", new Holder.Agent(BEN, "a-2"), "chats--my:ro");
    grant("agents-only", new Holder.Agent(BEN, "a-2"), "agents--all:ro");
    grant("carl", new Holder.Customer(CARL));
    grant("dora", new Holder.Customer(DORA));
  }

  /// Makes a token.
  public void grant(String token, Holder holder, String... scopes) {
    grants.put(token, make(token, holder, scopes));
  }

  /// Watches a token, until [#end].
  public GrantWatch.Registration watch(Grant grant, Consumer<GrantEnded> listener) {
    watched.put(grant.token(), listener);
    return () -> watched.remove(grant.token());
  }

  /// How many tokens are watched.
  public int watchedTokens() {
    return watched.size();
  }

  /// Ends a token that is watched.
  public void end(String token, GrantEnded.Reason reason) {
    TokenHash hash = TokenHash.of(token);
    watched.get(hash).accept(new GrantEnded(hash, reason));
  }

  private static Grant make(String token, Holder holder, String... scopes) {
    return new Grant(
        TokenHash.of(token),
        holder.role() == Role.AGENT ? TokenKind.AGENT : TokenKind.CUSTOMER,
        TENANT,
        holder,
        new Scopes(Set.of(scopes)),
        CLIENT,
        null);
  }

  /// Checks a token; the tokens here are known as what they are called.
  public Future<TokenCheck> check(@Nullable String authorization, Role role) {
    if (authorization == null) {
      return refused(Refusal.MISSING);
    }
    Grant grant = grants.get(authorization.replaceFirst("^Bearer ", ""));
    if (grant == null) {
      return refused(Refusal.UNKNOWN);
    }
    return grant.holder().role() == role
        ? Future.succeededFuture(new TokenCheck.Allowed(grant))
        : refused(Refusal.WRONG_ROLE);
  }

  private static Future<TokenCheck> refused(Refusal refusal) {
    return Future.succeededFuture(new TokenCheck.Refused(refusal));
  }

  @Override
  public Optional<Tenant> byId(LicenseId licenseId) {
    return List.of(TENANT, OTHER_TENANT).stream()
        .filter(each -> each.licenseId().equals(licenseId))
        .findFirst();
  }

  @Override
  public Optional<Tenant> byOrganization(OrganizationId organizationId) {
    return List.of(TENANT, OTHER_TENANT).stream()
        .filter(each -> each.organizationId().equals(organizationId))
        .findFirst();
  }

  static LicenseProfile profile() {
    return new LicenseProfile(
        LICENSE,
        ORGANIZATION,
        "Acme",
        "enterprise",
        "dal",
        Instant.parse("2026-01-01T00:00:00Z"),
        new Settings(
            Duration.ofMinutes(30),
            Duration.ofMinutes(20),
            Duration.ZERO,
            Duration.ofMillis(100),
            true,
            100,
            10,
            false));
  }

  static List<Agent> agents() {
    return List.of(agent(ANNA, null), agent(BEN, null), agent(BOT, new Agent.Bot(CLIENT)));
  }

  private static Agent agent(AgentId id, Agent.@Nullable Bot bot) {
    return new Agent(
        id,
        "account-" + id,
        "public-" + id.value().substring(0, 3),
        id.value(),
        Permission.NORMAL,
        null,
        null,
        6,
        new TreeMap<>(),
        bot);
  }
}
