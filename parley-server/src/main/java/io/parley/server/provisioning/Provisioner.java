package io.parley.server.provisioning;

import io.parley.core.Command;
import io.parley.core.Result;
import io.parley.core.agent.Agent;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseView;
import io.parley.core.license.OrganizationId;
import io.parley.core.license.ViewLicense;
import io.parley.core.user.AgentId;
import io.parley.gateway.account.CredentialProvisioning;
import io.parley.runtime.Cause;
import io.parley.runtime.Placement;
import io.parley.runtime.Reply;
import io.parley.store.content.Contents;
import io.parley.store.credential.OAuthClients;
import io.parley.store.license.LicenseRegistry;
import io.parley.store.license.ProvisionedItems;
import io.parley.store.license.Registration;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Applies what provisioning files ask for. What they do not name stays; applying the same twice
/// changes nothing, not even what was configured otherwise in between ([News]).
///
/// A license's row comes first, then what belongs to its live state, by a command to its writer;
/// then, in one transaction, credentials and content. If it breaks off in between, the next start
/// goes on.
public final class Provisioner {
  private static final Logger log = LoggerFactory.getLogger(Provisioner.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// More would keep the server from its requests: hashing a password is slow on purpose.
  private static final int PASSWORDS_AT_ONCE = 16;

  private final Placement placement;
  private final LicenseRegistry registry;
  private final CredentialProvisioning credentials;
  private final Jdbi jdbi;
  private final InstantSource clock;
  private final SlowWork slowWork;

  /// Makes a provisioner.
  ///
  /// @param slowWork takes what need not be done before requests are accepted: many passwords
  public Provisioner(
      Placement placement,
      LicenseRegistry registry,
      CredentialProvisioning credentials,
      Jdbi jdbi,
      InstantSource clock,
      SlowWork slowWork) {
    this.placement = placement;
    this.registry = registry;
    this.credentials = credentials;
    this.jdbi = jdbi;
    this.clock = clock;
    this.slowWork = slowWork;
  }

  /// Applies; blocks until everything is on disk, but for the passwords of a license with many
  /// agents, which follow by and by.
  ///
  /// @throws ProvisioningInvalid if something refers to what does not exist; then nothing was
  /// applied
  public void apply(Provisioning provisioning) {
    new KnownNames(this::existing).check(provisioning);
    provisioning.licenses().forEach(this::refuseAnotherOrganization);
    provisioning.licenses().forEach(this::apply);
  }

  private KnownNames.OfLicense existing(LicenseId licenseId) {
    if (!registry.exists(licenseId)) {
      return KnownNames.OfLicense.none();
    }
    var clients = new OAuthClients(jdbi);
    return KnownNames.OfLicense.of(
        view(licenseId), clientId -> clients.find(licenseId, clientId).isPresent());
  }

  private void refuseAnotherOrganization(LicenseSpec license) {
    OrganizationId wanted = license.organizationId();
    if (wanted == null) {
      return;
    }
    registry
        .organizationOf(license.id())
        .filter(has -> !has.equals(wanted))
        .ifPresent(
            has -> {
              throw otherOrganization(license, has);
            });
    registry
        .find(wanted)
        .filter(other -> !other.equals(license.id()))
        .ifPresent(
            other -> {
              throw organizationTaken(license, other);
            });
  }

  private void register(LicenseSpec license) {
    switch (registry.register(
        license.id(),
        license.organizationId(),
        license.name(),
        clock.instant().truncatedTo(ChronoUnit.MICROS))) {
      case Registration.Created _, Registration.Known _ -> {}
      case Registration.OtherOrganization(OrganizationId has) ->
          throw otherOrganization(license, has);
      case Registration.OrganizationTaken(LicenseId other) ->
          throw organizationTaken(license, other);
    }
  }

  private static ProvisioningInvalid otherOrganization(LicenseSpec license, OrganizationId has) {
    return license
        .place()
        .error("is known with the organization_id " + has + ", which can't be changed");
  }

  private static ProvisioningInvalid organizationTaken(LicenseSpec license, LicenseId other) {
    return license.place().error("has the organization_id of license " + other);
  }

  private void apply(LicenseSpec license) {
    register(license);
    var items = new ProvisionedItems(jdbi);
    var news = new News(license, items.of(license.id()));
    ask(license.id(), news.command(view(license.id())));
    items.put(license.id(), news.fingerprints());
    LicenseView after = view(license.id());
    jdbi.useTransaction(_ -> applyBesideTheState(license, after.agents()));
    log.info(
        "License {} ({}): {} agents, {} groups provisioned",
        license.id(),
        license.name(),
        license.agents().size(),
        license.groups().size());
  }

  /// Runs within one transaction: the stores take part in that of their thread.
  private void applyBesideTheState(LicenseSpec license, Map<AgentId, Agent> agents) {
    var passwords = new ArrayList<CredentialProvisioning.WantedPassword>();
    for (LicenseSpec.AgentSpec agent : license.agents()) {
      if (agent.password() != null && agents.containsKey(agent.id())) {
        passwords.add(
            new CredentialProvisioning.WantedPassword(
                agent.id(), account(agents, agent.id()), agent.password()));
      }
    }
    if (passwords.size() <= PASSWORDS_AT_ONCE) {
      credentials.putPasswords(license.id(), passwords);
    } else {
      slowWork.submit(breath -> credentials.putPasswordsGently(license.id(), passwords, breath));
    }
    for (LicenseSpec.ClientSpec client : license.clients()) {
      credentials.putClient(
          license.id(),
          new CredentialProvisioning.WantedClient(
              client.id(),
              client.secret(),
              client.name(),
              client.redirectUris(),
              client.scopes(),
              client.askConsent()));
    }
    Set<String> origins = license.allowedOrigins();
    if (origins != null) {
      credentials.putOrigins(license.id(), origins);
    }
    license.tokens().stream()
        .filter(token -> agents.containsKey(token.agentId()))
        .forEach(token -> put(license.id(), token, agents));
    var contents = new Contents(jdbi);
    license.contents().forEach((kind, items) -> contents.put(license.id(), kind, items));
  }

  private void put(LicenseId licenseId, LicenseSpec.TokenSpec token, Map<AgentId, Agent> agents) {
    var wanted =
        new CredentialProvisioning.WantedToken(
            token.token(),
            token.agentId(),
            account(agents, token.agentId()),
            token.clientId(),
            token.scopes(),
            token.life());
    boolean done =
        token.personal()
            ? credentials.putPersonalToken(licenseId, wanted)
            : credentials.putAgentToken(licenseId, wanted);
    if (!done) {
      throw token.place().error("is a token of another license");
    }
  }

  private static String account(Map<AgentId, Agent> agents, AgentId agentId) {
    Agent agent = agents.get(agentId);
    if (agent == null) {
      throw new IllegalStateException("the agent " + agentId.value() + " was not provisioned");
    }
    return agent.accountId();
  }

  private LicenseView view(LicenseId licenseId) {
    return switch (ask(licenseId, new ViewLicense())) {
      case Result.Viewed(LicenseView view) -> view;
      case Result other -> throw new IllegalStateException("no view but " + other);
    };
  }

  private Result ask(LicenseId licenseId, Command command) {
    var answer = new CompletableFuture<Reply>();
    placement.submit(licenseId, command, Cause.NONE, answer::complete);
    Reply reply;
    try {
      reply = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProvisioningInvalid("interrupted while license " + licenseId + " was provisioned");
    } catch (ExecutionException | TimeoutException e) {
      throw new ProvisioningInvalid("license " + licenseId + " did not answer in time");
    }
    return switch (reply) {
      case Reply.Done(Result result, _) -> result;
      case Reply.Refused(var rejection) ->
          throw new ProvisioningInvalid(
              "license " + licenseId + " can't be provisioned: " + rejection);
      case Reply.NoSuchLicense() ->
          throw new ProvisioningInvalid("license " + licenseId + " could not be made");
      case Reply.Failed() ->
          throw new ProvisioningInvalid(
              "license " + licenseId + " can't be provisioned now; the log says why");
    };
  }
}
