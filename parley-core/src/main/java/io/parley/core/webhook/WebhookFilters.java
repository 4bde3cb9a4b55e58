package io.parley.core.webhook;

import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import io.parley.core.query.ChatFilter.PropertyCondition;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// On which occasions a webhook fires; all conditions must hold.
///
/// @param author if not null, who must have written the event
/// @param onlyOwnChats only in chats that the application of the webhook has started
/// @param agents if not null, which agents must or must not be concerned
/// @param chatProperties conditions on the properties of the chat
public record WebhookFilters(
    @Nullable Author author,
    boolean onlyOwnChats,
    @Nullable AgentMatch agents,
    List<PropertyCondition> chatProperties) {
  /// Every occasion.
  public static final WebhookFilters NONE = new WebhookFilters(null, false, null, List.of());

  private static final String SOURCE = "source";
  private static final String CLIENT_ID = "client_id";

  /// Makes the list unmodifiable.
  public WebhookFilters {
    chatProperties = List.copyOf(chatProperties);
  }

  /// Kinds of authors; the server's own messages have none.
  public enum Author {
    /// Agents, people and bots.
    AGENT,
    /// Customers.
    CUSTOMER;

    private boolean is(@Nullable UserId userId) {
      return switch (userId) {
        case null -> false;
        case AgentId _ -> this == AGENT;
        case CustomerId _ -> this == CUSTOMER;
      };
    }
  }

  /// Agents who are in the chat, or of whom the change is.
  public sealed interface AgentMatch {
    /// The agents.
    List<AgentId> agentIds();

    /// One of these at least is.
    record AnyOf(List<AgentId> agentIds) implements AgentMatch {
      /// Makes the list unmodifiable.
      public AnyOf {
        agentIds = List.copyOf(agentIds);
      }
    }

    /// None of these is.
    record NoneOf(List<AgentId> agentIds) implements AgentMatch {
      /// Makes the list unmodifiable.
      public NoneOf {
        agentIds = List.copyOf(agentIds);
      }
    }

    private boolean holds(Collection<AgentId> concerned) {
      boolean any = agentIds().stream().anyMatch(concerned::contains);
      return switch (this) {
        case AnyOf _ -> any;
        case NoneOf _ -> !any;
      };
    }
  }

  /// True if there is no condition.
  public boolean isEmpty() {
    return equals(NONE);
  }

  /// True if all conditions hold.
  ///
  /// @param ownerClientId the application whose webhook it is
  boolean hold(Occasion occasion, String ownerClientId) {
    if (author != null && !author.is(occasion.author())) {
      return false;
    }
    if (agents != null && !agents.holds(occasion.agents())) {
      return false;
    }
    if (!onlyOwnChats && chatProperties.isEmpty()) {
      return true;
    }
    if (occasion.chat() == null) {
      return false;
    }
    Properties properties = occasion.chat().properties();
    return (!onlyOwnChats || isText(properties.get(SOURCE, CLIENT_ID), ownerClientId))
        && chatProperties.stream().allMatch(condition -> holds(condition, properties));
  }

  private static boolean isText(@Nullable PropertyValue value, String text) {
    return value instanceof PropertyValue.Text(String there) && there.equals(text);
  }

  private static boolean holds(PropertyCondition condition, Properties properties) {
    PropertyValue value = properties.get(condition.namespace(), condition.name());
    return switch (condition) {
      case PropertyCondition.Exists exists -> exists.exists() == (value != null);
      case PropertyCondition.OneOf oneOf -> value != null && oneOf.values().contains(value);
      case PropertyCondition.NoneOf noneOf -> value == null || !noneOf.values().contains(value);
    };
  }
}
