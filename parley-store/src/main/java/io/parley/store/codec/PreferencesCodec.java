package io.parley.store.codec;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.core.agent.Preferences;
import io.parley.core.agent.Preferences.EmailSubscription;
import io.parley.core.agent.Preferences.Notification;
import io.parley.core.agent.WorkSchedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What an agent prefers.
public final class PreferencesCodec {
  private static final String NONE = "{}";

  private PreferencesCodec() {}

  /// Preferences to JSON.
  public static String encode(Preferences preferences) {
    if (preferences.equals(Preferences.NONE)) {
      return NONE;
    }
    WorkSchedule schedule = preferences.schedule();
    return JsonObject.write(
        json ->
            json.text("mobile", preferences.mobile())
                .texts("notifications", names(preferences.notifications()))
                .texts("email_subscriptions", names(preferences.emailSubscriptions()))
                .text("time_zone", schedule.timeZone())
                .array(
                    "schedule",
                    schedule.hours(),
                    (each, hours) ->
                        each.text("day", name(hours.day()))
                            .text("start", hours.start().toString())
                            .text("end", hours.end().toString())));
  }

  /// JSON to preferences.
  public static Preferences decode(String text) {
    if (text.equals(NONE)) {
      return Preferences.NONE;
    }
    JsonNode json = JsonObject.read(text);
    var notifications = new TreeSet<Notification>();
    each(json, "notifications", name -> notifications.add(Notification.valueOf(upper(name))));
    var subscriptions = new TreeSet<EmailSubscription>();
    each(
        json,
        "email_subscriptions",
        name -> subscriptions.add(EmailSubscription.valueOf(upper(name))));
    var hours = new ArrayList<WorkSchedule.Hours>();
    json.path("schedule")
        .forEach(
            item ->
                hours.add(
                    new WorkSchedule.Hours(
                        DayOfWeek.valueOf(upper(JsonObject.text(item, "day"))),
                        LocalTime.parse(JsonObject.text(item, "start")),
                        LocalTime.parse(JsonObject.text(item, "end")))));
    return new Preferences(
        JsonObject.textOrNull(json, "mobile"),
        notifications,
        subscriptions,
        new WorkSchedule(JsonObject.textOrNull(json, "time_zone"), hours));
  }

  private static void each(JsonNode json, String name, Consumer<String> to) {
    json.path(name).forEach(item -> to.accept(item.textValue()));
  }

  private static List<String> names(Collection<? extends Enum<?>> values) {
    return values.stream().map(PreferencesCodec::name).toList();
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
