package io.parley.protocol.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.access.Access;
import io.parley.core.chat.ActivateChat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.StartChat;
import io.parley.core.event.NewEvent;
import io.parley.core.group.GroupId;
import io.parley.core.property.Properties;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import io.parley.protocol.method.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the requests that open a thread: Start Chat and Activate Chat.
public final class OpeningDecoder {
  private static final int MAX_EVENTS = 20;
  private static final Map<String, String> USER_TYPES = Map.of("customer", "customer");

  private OpeningDecoder() {}

  /// Start Chat. A chat's own id is ignored: the server gives it.
  public static Command startChat(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new StartChat(call.caller(), opening(request, request.objectOrNull("chat"), call));
  }

  /// Activate Chat.
  public static Command activateChat(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    Fields chat = request.object("chat");
    return new ActivateChat(
        call.caller(), new ChatId(chat.text("id", Text.ID)), opening(request, chat, call));
  }

  /// True if the request names users, whether or not it does so properly.
  public static boolean namesUsers(ObjectNode payload, UserId actor) {
    JsonNode users = payload.path("chat").path("users");
    return !users.isNull() && !users.isEmpty();
  }

  private static ChatOpening opening(Fields request, @Nullable Fields chat, Call call) {
    Boolean continuous = request.flagOrNull("continuous");
    if (chat == null) {
      return continuous == null
          ? ChatOpening.PLAIN
          : new ChatOpening(null, Properties.NONE, Properties.NONE, null, List.of(), continuous);
    }
    Fields thread = chat.objectOrNull("thread");
    return new ChatOpening(
        access(chat),
        PropertiesDecoder.read(chat, "properties"),
        thread == null ? Properties.NONE : PropertiesDecoder.read(thread, "properties"),
        customer(chat, call.caller()),
        thread == null ? List.of() : events(thread),
        continuous);
  }

  private static @Nullable Access access(Fields chat) {
    Fields access = chat.objectOrNull("access");
    if (access == null) {
      return null;
    }
    List<GroupId> groupIds = Ids.groupsOrNull(access, "group_ids");
    if (groupIds == null) {
      throw access.invalid("group_ids", "is required");
    }
    if (groupIds.isEmpty()) {
      throw access.invalid("group_ids", "must not be empty");
    }
    return Access.of(groupIds);
  }

  /// The one user that a chat can be opened with. A customer may name himself, which says nothing
  /// new.
  private static @Nullable CustomerId customer(Fields chat, Caller caller) {
    List<Fields> users = chat.objects("users", 1);
    if (users.isEmpty()) {
      return null;
    }
    Fields user = users.getFirst();
    user.choice("type", USER_TYPES);
    CustomerId customerId = Ids.customer(user, "id");
    if (!(caller instanceof Caller.ByCustomer customer)) {
      return customerId;
    }
    if (!customerId.equals(customer.id())) {
      throw user.invalid("id", "must be the requester's own");
    }
    return null;
  }

  private static List<NewEvent> events(Fields thread) {
    List<Fields> given = thread.objects("events", MAX_EVENTS);
    if (given.isEmpty()) {
      return List.of();
    }
    var events = new ArrayList<NewEvent>(given.size());
    for (Fields event : given) {
      events.add(EventDecoder.read(event));
    }
    return events;
  }
}
