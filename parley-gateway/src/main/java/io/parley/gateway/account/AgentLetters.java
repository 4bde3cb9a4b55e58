package io.parley.gateway.account;

import io.parley.core.agent.LetterPosted;
import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.gateway.account.limit.LoopGuard;
import io.parley.runtime.mail.Mail;
import io.parley.runtime.mail.Post;
import io.parley.store.credential.AgentAddress;
import io.parley.store.credential.AgentAddresses;
import io.parley.store.credential.AuthAudit;
import io.parley.store.credential.AuthEvent;
import io.parley.store.credential.PasswordLink;
import io.parley.store.credential.PasswordLinks;
import io.parley.store.credential.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Writes to agents, with the links by which they choose passwords. Blocks.
public final class AgentLetters {
  private static final Duration INVITATION = Duration.ofDays(7);
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  /// How often one agent may ask to be unsuspended.
  private static final int REQUESTS = 3;

  private static final Duration REQUEST_WINDOW = Duration.ofHours(1);

  /// A person may be an agent of several licenses; more are not looked at.
  private static final int MOST_LICENSES = 8;

  private final AgentAddresses addresses;
  private final PasswordLinks links;
  private final Post post;
  private final String publicUrl;
  private final TokenMint mint;
  private final Audit audit;
  private final InstantSource clock;

  /// Of those who ask to be unsuspended.
  private final LoopGuard requests;

  /// @param jdbi the migrated database
  /// @param publicUrl under which agents' browsers reach this server. It is never taken from a
  ///     request: whoever asks for a letter must not say where its link leads.
  public AgentLetters(
      Jdbi jdbi, Post post, String publicUrl, Randomness randomness, InstantSource clock) {
    this.addresses = new AgentAddresses(jdbi);
    this.links = new PasswordLinks(jdbi);
    this.post = post;
    this.publicUrl =
        publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    this.mint = new TokenMint(randomness);
    this.audit = new Audit(new AuthAudit(jdbi), clock);
    this.clock = clock;
    this.requests = new LoopGuard(REQUESTS, REQUEST_WINDOW, clock);
  }

  /// Writes what the license says is to be written.
  public void write(LicenseId licenseId, LetterPosted letter) {
    Optional<AgentAddress> about = addresses.find(licenseId, letter.agentId());
    if (about.isPresent()) {
      switch (letter.subject()) {
        case INVITATION -> invite(about.get());
        case UNSUSPENSION -> {
          if (requests.admit(about.get())) {
            letter.to().forEach(to -> askForUnsuspension(about.get(), to));
          }
        }
      }
    }
  }

  private void invite(AgentAddress agent) {
    send(
        agent.agentId(),
        "You are invited to " + agent.license(),
        """
        Hello %s,

        you are an agent of %s now. Please choose a password here:

        %s

        The link works once, within seven days. Afterwards you sign in as %s at

        %s
        """
            .formatted(
                agent.name(),
                agent.license(),
                link(agent, INVITATION, null),
                agent.agentId(),
                publicUrl + PasswordRoutes.HOME));
  }

  private void askForUnsuspension(AgentAddress agent, AgentId to) {
    send(
        to,
        "%s asks to be unsuspended".formatted(agent.name()),
        """
        %s (%s) is suspended in %s, and asks for the rights back.

        You can give them back in the settings of your team:

        %s
        """
            .formatted(
                agent.name(), agent.agentId(), agent.license(), publicUrl + PasswordRoutes.HOME));
  }

  /// Somebody says to have forgotten a password: whoever has that address is written to, and nobody
  /// hears whether there is anybody.
  ///
  /// @param address of the network peer
  void forgotten(String login, String address) {
    List<AgentAddress> own = addresses.withLogin(login, MOST_LICENSES);
    if (own.isEmpty()) {
      audit.add(null, AuthEvent.Action.PASSWORD_LINK, "unknown", login, null, address);
    }
    for (AgentAddress agent : own) {
      send(
          agent.agentId(),
          "A new password for " + agent.license(),
          """
          Hello %s,

          somebody, probably you, wants a new password for %s in %s. Please choose it here:

          %s

          The link works once, within an hour. If it was not you, nothing has changed, and you need
          do nothing.
          """
              .formatted(
                  agent.name(), agent.agentId(), agent.license(), link(agent, FORGOTTEN, address)));
    }
  }

  private String link(AgentAddress agent, Duration lifetime, @Nullable String address) {
    String secret = mint.secret();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    links.add(
        new PasswordLink(
            TokenHash.of(secret), agent.licenseId(), agent.agentId(), now, now.plus(lifetime)));
    audit.add(
        agent.licenseId(),
        AuthEvent.Action.PASSWORD_LINK,
        AuthEvent.OK,
        agent.agentId().value(),
        null,
        address);
    return publicUrl + PasswordRoutes.CHOOSE + "?" + PasswordRoutes.TOKEN + "=" + secret;
  }

  /// An agent's id is an e-mail address; in a provisioning file it may be something else.
  private void send(AgentId to, String subject, String text) {
    if (to.value().indexOf('@') > 0) {
      post.send(new Mail(to.value(), subject, text));
    }
  }
}
