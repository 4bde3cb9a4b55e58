package io.parley.server.provisioning;

import io.parley.core.license.LicenseId;
import io.parley.gateway.account.CredentialProvisioning;
import io.parley.gateway.account.CredentialProvisioning.WantedClient;
import java.util.List;
import java.util.Set;

/// The applications that come with the server and work in every license: the Agent App, the Chat
/// Widget, and the page on which agents make tokens for themselves, to which they come signed in.
/// They are public, live on this server, and use the public APIs like any other.
public final class BuiltInApplications {
  private static final WantedClient AGENT_APP =
      new WantedClient("parley-agent-app", null, "Agent App", List.of("/agent/"), Set.of("*"));

  private static final WantedClient CHAT_WIDGET =
      new WantedClient("parley-chat-widget", null, "Chat Widget", List.of("/widget/"), Set.of());

  private static final WantedClient TOKENS_PAGE =
      new WantedClient(
          "parley-personal-tokens",
          null,
          "Your access tokens",
          List.of("/accounts/tokens"),
          Set.of());

  private final CredentialProvisioning credentials;

  /// Registers them there.
  public BuiltInApplications(CredentialProvisioning credentials) {
    this.credentials = credentials;
  }

  /// Makes the licenses know them. Blocks.
  public void register(List<LicenseId> licenses) {
    for (LicenseId license : licenses) {
      credentials.putClient(license, AGENT_APP);
      credentials.putClient(license, CHAT_WIDGET);
      credentials.putClient(license, TOKENS_PAGE);
    }
  }
}
