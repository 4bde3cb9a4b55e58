package io.parley.protocol.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.core.agent.AgentPatch;
import io.parley.core.agent.Permission;
import io.parley.core.agent.Preferences.EmailSubscription;
import io.parley.core.agent.Preferences.Notification;
import io.parley.core.agent.WorkSchedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what is to be different about an agent.
final class AgentPatchDecoder {
  private static final int MAX_CHATS = 100;
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final Map<String, Permission> ROLES =
      Map.of(
          "viceowner", Permission.VICEOWNER,
          "administrator", Permission.ADMINISTRATOR,
          "normal", Permission.NORMAL);
  private static final Map<String, Notification> NOTIFICATIONS = byName(Notification.values());
  private static final Map<String, EmailSubscription> SUBSCRIPTIONS =
      byName(EmailSubscription.values());
  private static final Map<String, DayOfWeek> DAYS = byName(DayOfWeek.values());

  private AgentPatchDecoder() {}

  static AgentPatch read(Fields request) {
    return new AgentPatch(
        Names.personOrNull(request, "name"),
        request.choiceOrNull("role", ROLES),
        request.textOrNull("job_title", Text.PERSON),
        Addresses.clearableOrNull(request, "avatar_path"),
        request.integerOrNull("max_chats_count", 0, MAX_CHATS),
        Priorities.ofAgentOrNull(request),
        request.textOrNull("mobile", Text.PERSON),
        chosenOrNull(request, "notifications", NOTIFICATIONS, Notification.class),
        chosenOrNull(request, "email_subscriptions", SUBSCRIPTIONS, EmailSubscription.class),
        scheduleOrNull(request));
  }

  /// The values of an enum by their names on the wire.
  static <E extends Enum<E>> Map<String, E> byName(E[] values) {
    return Arrays.stream(values)
        .collect(
            Collectors.toUnmodifiableMap(
                value -> value.name().toLowerCase(Locale.ROOT), Function.identity()));
  }

  /// A list of names, each once, as what they stand for; null if it is absent.
  static <E extends Enum<E>> @Nullable Set<E> chosenOrNull(
      Fields request, String member, Map<String, E> byName, Class<E> kind) {
    List<String> names = request.textsOrNull(member, Ids.MAX_LISTED, Text.NAME);
    if (names == null) {
      return null;
    }
    Set<E> chosen = EnumSet.noneOf(kind);
    for (int i = 0; i < names.size(); i++) {
      E value = byName.get(names.get(i));
      if (value == null) {
        throw request.invalid(
            member + "[" + i + "]",
            "must be one of " + String.join(", ", byName.keySet().stream().sorted().toList()));
      }
      chosen.add(value);
    }
    return chosen;
  }

  private static @Nullable WorkSchedule scheduleOrNull(Fields request) {
    Fields given = request.objectOrNull("work_scheduler");
    if (given == null) {
      return null;
    }
    var hours = new ArrayList<WorkSchedule.Hours>();
    for (Map.Entry<String, JsonNode> entry : given.node().properties()) {
      DayOfWeek day = DAYS.get(entry.getKey());
      if (day == null) {
        throw given.invalid("must have no other members than sunday to saturday");
      }
      Fields times = given.object(entry.getKey());
      hours.add(new WorkSchedule.Hours(day, time(times, "start"), time(times, "end")));
    }
    hours.sort(Comparator.comparing(WorkSchedule.Hours::day));
    return new WorkSchedule(null, hours);
  }

  private static LocalTime time(Fields of, String member) {
    String text = of.text(member, Text.NAME);
    if (!TIME.matcher(text).matches()) {
      throw of.invalid(member, "must be a time like 08:30");
    }
    return LocalTime.parse(text);
  }
}
