package io.parley.core.routing;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Result;
import io.parley.core.chat.ChatId;
import io.parley.core.license.License;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Tells customers their places in line: those who came into one, and those who left one that they
/// have none any more. The server's own, right after they came or left.
public record TellQueuePlaces(List<ChatId> chatIds) implements Command {
  /// Makes the list unmodifiable.
  public TellQueuePlaces {
    chatIds = List.copyOf(chatIds);
  }

  @Override
  public Decision decide(License license, Context context) {
    var changes = new ArrayList<Change>();
    for (ChatId chatId : chatIds) {
      QueueNotices.of(license, context, chatId).ifPresent(changes::add);
    }
    return Decision.accepted(Result.Done.DONE, changes);
  }

  /// Tells those who have moved, if that is due.
  ///
  /// @param except chats to which something happens already
  public static List<Change> whoMoved(License license, Context context, Set<ChatId> except) {
    boolean isDue =
        license.routing().queueReviewDue().filter(due -> !due.isAfter(context.now())).isPresent();
    if (!isDue) {
      return List.of();
    }
    var changes = new ArrayList<>(QueueNotices.ofMoves(license, context, except));
    changes.add(new QueueReviewed(context.now()));
    return changes;
  }
}
