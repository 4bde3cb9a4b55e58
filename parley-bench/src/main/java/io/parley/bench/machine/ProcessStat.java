package io.parley.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One line of `/proc/<pid>/stat`.
///
/// @param pid the process
/// @param name its executable's name
/// @param parent the process that started it
/// @param cpuSeconds what it has used, and what those of its children used that have ended
record ProcessStat(long pid, String name, long parent, double cpuSeconds) {
  /// What Linux shows to programs, whatever its own clock does.
  private static final double TICKS_PER_SECOND = 100;

  private static final int PARENT = 1;
  private static final int FIRST_TIME = 11;
  private static final int TIMES = 4;

  /// Columns of the machine's own line, after its name.
  private static final int IDLE = 4;

  private static final int IO_WAIT = 5;
  private static final int GUEST = 9;

  /// Every process of the machine.
  static List<ProcessStat> all() {
    var processes = new ArrayList<ProcessStat>();
    try (var entries = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (var entry : entries) {
        read(entry).ifPresent(processes::add);
      }
    } catch (IOException _) {
      return List.of();
    }
    return processes;
  }

  /// The memory of a process that is in use and in RAM, or 0 when there is no such process.
  static long residentBytes(long pid) {
    try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException _) {
      return 0;
    }
  }

  /// The memory of a process that is in RAM, its share of what it has in common with others, or 0
  /// when there is no such process.
  static long proportionalBytes(long pid) {
    try (var lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException _) {
      return 0;
    }
  }

  /// What all processors of the machine have worked until now: everything but idling and waiting.
  static double machineCpuSeconds() {
    try (var lines = Files.lines(Path.of("/proc/stat"))) {
      var fields = lines.findFirst().orElse("cpu").trim().split("\\s+", -1);
      long ticks = 0;
      for (var i = 1; i < fields.length && i < GUEST; i++) {
        ticks += i == IDLE || i == IO_WAIT ? 0 : Long.parseLong(fields[i]);
      }
      return ticks / TICKS_PER_SECOND;
    } catch (IOException _) {
      return 0;
    }
  }

  private static Optional<ProcessStat> read(Path entry) {
    try {
      var line = Files.readString(entry.resolve("stat"));
      var end = line.lastIndexOf(')');
      var fields = line.substring(end + 2).split(" ", -1);
      long ticks = 0;
      for (var i = FIRST_TIME; i < FIRST_TIME + TIMES; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return Optional.of(
          new ProcessStat(
              Long.parseLong(entry.getFileName().toString()),
              line.substring(line.indexOf('(') + 1, end),
              Long.parseLong(fields[PARENT]),
              ticks / TICKS_PER_SECOND));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
