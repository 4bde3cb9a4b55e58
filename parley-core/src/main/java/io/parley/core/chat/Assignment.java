package io.parley.core.chat;

import io.parley.core.Change;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue.Flag;
import java.util.List;

/// What is noted on a chat when it gets an agent, or is without one.
public final class Assignment {
  private static final Properties ASSIGNED =
      Properties.of("routing", "unassigned", new Flag(false));
  private static final Properties UNASSIGNED =
      Properties.of("routing", "unassigned", new Flag(true));

  private Assignment() {}

  /// The changes that note that the chat has an agent.
  public static List<Change> noted(ChatId chatId, ChatThread thread) {
    return both(chatId, thread, ASSIGNED);
  }

  /// The changes that note that the chat has no agent.
  public static List<Change> missing(ChatId chatId, ChatThread thread) {
    return both(chatId, thread, UNASSIGNED);
  }

  private static List<Change> both(ChatId chatId, ChatThread thread, Properties properties) {
    return List.of(
        new ChatPropertiesUpdated(chatId, properties),
        new ThreadPropertiesUpdated(chatId, thread.id(), properties));
  }
}
