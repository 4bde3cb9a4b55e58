package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.FollowChat;
import io.parley.core.chat.MarkEventsAsSeen;
import io.parley.core.chat.SendEvent;
import io.parley.core.chat.SendRichMessagePostback;
import io.parley.core.chat.SendSneakPeek;
import io.parley.core.chat.SendTypingIndicator;
import io.parley.core.chat.TagThread;
import io.parley.core.chat.UnfollowChat;
import io.parley.core.user.Caller;
import io.parley.protocol.method.Call;

/// Reads the requests about a chat that exists.
public final class ChatDecoder {
  private ChatDecoder() {}

  /// Close Thread.
  public static Command closeThread(ObjectNode payload, Call call) {
    return new CloseThread(call.caller(), chatId(Fields.of(payload)));
  }

  /// Follow Chat.
  public static Command followChat(ObjectNode payload, Call call) {
    return new FollowChat(agent(call), chatId(Fields.of(payload)));
  }

  /// Unfollow Chat.
  public static Command unfollowChat(ObjectNode payload, Call call) {
    return new UnfollowChat(agent(call), chatId(Fields.of(payload)));
  }

  /// Send Event.
  public static Command sendEvent(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new SendEvent(
        call.caller(),
        chatId(request),
        EventDecoder.read(request.object("event")),
        request.flagOrFalse("attach_to_last_thread"));
  }

  /// Mark Events as Seen.
  public static Command markEventsAsSeen(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new MarkEventsAsSeen(call.caller(), chatId(request), request.instant("seen_up_to"));
  }

  /// Send Typing Indicator.
  public static Command sendTypingIndicator(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new SendTypingIndicator(
        call.caller(),
        chatId(request),
        EventDecoder.recipients(request),
        request.flag("is_typing"));
  }

  /// Send Sneak Peek, of customers.
  public static Command sendSneakPeek(ObjectNode payload, Call call) {
    if (!(call.caller() instanceof Caller.ByCustomer customer)) {
      throw new IllegalStateException("only customers send sneak peeks");
    }
    Fields request = Fields.of(payload);
    return new SendSneakPeek(
        customer, chatId(request), request.text("sneak_peek_text", Text.MESSAGE_OR_EMPTY));
  }

  /// Send Rich Message Postback.
  public static Command sendRichMessagePostback(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    Fields postback = request.object("postback");
    return new SendRichMessagePostback(
        call.caller(),
        chatId(request),
        Ids.event(request),
        postback.text("id", Text.NAME),
        postback.flag("toggled"));
  }

  /// Tag Chat Thread.
  public static Command tagThread(ObjectNode payload, Call call) {
    return tag(Fields.of(payload), call, true);
  }

  /// Untag Chat Thread.
  public static Command untagThread(ObjectNode payload, Call call) {
    return tag(Fields.of(payload), call, false);
  }

  private static Command tag(Fields request, Call call, boolean tagged) {
    return new TagThread(
        agent(call), chatId(request), Ids.thread(request), request.text("tag", Text.TAG), tagged);
  }

  static ChatId chatId(Fields request) {
    return new ChatId(request.text("chat_id", Text.ID));
  }

  /// The agent who calls a method of the Agent Chat API.
  static Caller.ByAgent agent(Call call) {
    if (call.caller() instanceof Caller.ByAgent agent) {
      return agent;
    }
    throw new IllegalStateException("only agents call this method");
  }
}
