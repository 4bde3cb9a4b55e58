package io.parley.core.chat;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import java.util.List;

/// Gives a thread a tag, or takes one from it (Tag Chat Thread, Untag Chat Thread). Nothing happens
/// if it has the tag already, or has not.
///
/// @param tagged false takes the tag away
public record TagThread(
    Caller.ByAgent caller, ChatId chatId, ThreadId threadId, String tag, boolean tagged)
    implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId), new Need.OfThread(chatId, threadId));
  }

  @Override
  public Decision decide(License license, Context context) {
    return switch (ThreadSight.of(license, context, caller, chatId, threadId)) {
      case ThreadSight.None(Rejection rejection) -> Decision.rejected(rejection);
      case ThreadSight.Of(_, ChatThread thread) when thread.tags().contains(tag) == tagged ->
          Decision.done();
      case ThreadSight.Of _ ->
          Decision.done(
              tagged
                  ? new ThreadTagged(chatId, threadId, tag)
                  : new ThreadUntagged(chatId, threadId, tag));
    };
  }
}
