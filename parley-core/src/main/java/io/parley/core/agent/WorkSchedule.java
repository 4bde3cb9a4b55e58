package io.parley.core.agent;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When an agent works: hours of the week.
///
/// @param timeZone null: the agent's own, wherever that is
public record WorkSchedule(@Nullable String timeZone, List<Hours> hours) {
  /// None.
  public static final WorkSchedule NONE = new WorkSchedule(null, List.of());

  /// A part of a day. One that ends before it begins goes on until the next day.
  public record Hours(DayOfWeek day, LocalTime start, LocalTime end) {}

  /// Makes the list unmodifiable.
  public WorkSchedule {
    hours = List.copyOf(hours);
  }
}
