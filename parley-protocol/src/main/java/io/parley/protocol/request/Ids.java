package io.parley.protocol.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.EventId;
import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The ids of what requests are about.
final class Ids {
  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}-(\\p{XDigit}{4}-){3}\\p{XDigit}{12}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /// The most ids that a list may hold.
  static final int MAX_LISTED = 1000;

  private Ids() {}

  /// A customer who must be named.
  static CustomerId customer(Fields of, String member) {
    return customer(of, member, of.text(member, Text.NAME));
  }

  private static CustomerId customer(Fields of, String member, String id) {
    if (!UUID.matcher(id).matches()) {
      throw of.invalid(member, "must be a UUID");
    }
    return new CustomerId(id.toLowerCase(Locale.ROOT));
  }

  /// Customers, each once; none if the list is absent.
  static List<CustomerId> customers(Fields of, String member) {
    List<String> ids = of.textsOrNull(member, MAX_LISTED, Text.NAME);
    if (ids == null) {
      return List.of();
    }
    var customers = new ArrayList<CustomerId>(ids.size());
    for (String id : ids) {
      customers.add(customer(of, member + "[" + customers.size() + "]", id));
    }
    return customers.stream().distinct().toList();
  }

  /// Agents, each once; none if the list is absent.
  static List<AgentId> agents(Fields of, String member) {
    List<String> ids = of.textsOrNull(member, MAX_LISTED, Text.AGENT_ID);
    return ids == null ? List.of() : ids.stream().distinct().map(AgentId::new).toList();
  }

  /// Groups, each once, by numbers or by numbers in strings; null if the list is absent.
  static @Nullable List<GroupId> groupsOrNull(Fields of, String member) {
    ArrayNode array = of.arrayOrNull(member, MAX_LISTED);
    if (array == null) {
      return null;
    }
    var groups = new ArrayList<GroupId>(array.size());
    for (JsonNode value : array) {
      groups.add(group(of, member + "[" + groups.size() + "]", value));
    }
    return groups.stream().distinct().toList();
  }

  /// A group that must be named, by a number or by one in a string.
  static GroupId group(Fields of, String member) {
    JsonNode value = of.get(member);
    if (value == null) {
      throw of.invalid(member, "is required");
    }
    return group(of, member, value);
  }

  private static GroupId group(Fields of, String member, JsonNode value) {
    if (value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0) {
      return new GroupId(value.intValue());
    }
    if (value.isTextual() && NUMBER.matcher(value.textValue()).matches()) {
      return new GroupId(Integer.parseInt(value.textValue()));
    }
    throw of.invalid(member, "must be the number of a group");
  }

  /// A thread that must be named.
  static ThreadId thread(Fields of) {
    return new ThreadId(of.text("thread_id", Text.ID));
  }

  /// An event that must be named, together with its thread.
  static EventId event(Fields of) {
    ThreadId threadId = thread(of);
    return EventId.parse(of.text("event_id", Text.EVENT_ID))
        .filter(eventId -> eventId.threadId().equals(threadId))
        .orElseThrow(() -> of.invalid("event_id", "thread " + threadId + " has no such event"));
  }
}
