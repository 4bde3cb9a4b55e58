package io.parley.runtime;

import io.parley.core.Command;
import io.parley.core.Need;
import io.parley.core.chat.ChatId;
import io.parley.core.event.FileId;
import io.parley.core.user.CustomerId;
import java.util.ArrayList;
import java.util.List;

/// A command on its way, with who asked for it.
record Submission(Command command, Cause cause, ReplyTo replyTo) {

  /// What the command touches: commands that touch the same thing are decided in their order even
  /// when one of them has to wait for something to be loaded.
  List<Object> touches() {
    List<Need> needs = command.needs();
    if (needs.isEmpty()) {
      return List.of();
    }
    var touched = new ArrayList<Object>(needs.size());
    for (Need need : needs) {
      Object key =
          switch (need) {
            case Need.OfChat(ChatId chatId) -> chatId;
            case Need.OfLastThreadEvents(ChatId chatId) -> chatId;
            case Need.OfThread(ChatId chatId, _) -> chatId;
            case Need.OfEvent(ChatId chatId, _) -> chatId;
            case Need.OfCustomer(CustomerId customerId) -> customerId;
            case Need.OfFile(FileId fileId) -> fileId;
          };
      if (!touched.contains(key)) {
        touched.add(key);
      }
    }
    return touched;
  }
}
