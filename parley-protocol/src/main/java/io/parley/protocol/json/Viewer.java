package io.parley.protocol.json;

import io.parley.core.agent.Agent;
import io.parley.core.chat.Membership;
import io.parley.core.chat.Visibility;
import io.parley.core.event.Event;
import io.parley.core.event.Recipients;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseView;
import io.parley.core.property.PropertyLocation;
import io.parley.core.property.PropertyRules;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// For whom something is written: everybody on one side of the conversation who speaks one version.
///
/// @param api [Api#CUSTOMER] for customers; everyone else sees what agents see, receivers of
/// webhooks
///     ([Api#CONFIGURATION]) too
/// @param license where ids of agents become names
public record Viewer(ApiVersion version, Api api, LicenseView license) {
  private static final int PLACEHOLDER_BYTES = 16;

  /// True if customers read it.
  public boolean isCustomer() {
    return api == Api.CUSTOMER;
  }

  /// True if a property's value is wrapped in an object of its own. In the pushes and answers of
  /// 3.1 it is, in its webhooks it is not.
  boolean wrapsPropertyValues() {
    return api != Api.CONFIGURATION;
  }

  /// The id under which the viewer knows a user. Customers know agents by their public ids, and
  /// agents who are gone by a placeholder that is always the same.
  public String idOf(UserId userId) {
    return switch (userId) {
      case CustomerId customerId -> customerId.value();
      case AgentId agentId -> isCustomer() ? publicIdOf(agentId) : agentId.value();
    };
  }

  private String publicIdOf(AgentId agentId) {
    Agent agent = license.pastOrPresentAgentOrNull(agentId);
    return agent == null ? placeholder(license.profile().id(), agentId) : agent.publicId();
  }

  /// True if the viewer may learn of the event.
  public boolean sees(Event event) {
    return !isCustomer() || event.recipients() == Recipients.ALL;
  }

  /// True if the viewer may learn that the user is in the chat.
  public boolean sees(Membership member) {
    return !isCustomer() || member.visibility() == Visibility.ALL;
  }

  /// True if the viewer may read a property that is set in a location.
  public boolean reads(PropertyLocation location, String namespace, String name) {
    PropertyRules rules = license.propertyRules();
    return isCustomer()
        ? rules.customersRead(location, namespace, name)
        : rules.agentsRead(location, namespace, name);
  }

  private static String placeholder(LicenseId licenseId, AgentId agentId) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((licenseId + ":").getBytes(StandardCharsets.UTF_8));
      byte[] hash = digest.digest(agentId.value().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, PLACEHOLDER_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
