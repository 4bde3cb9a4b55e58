package io.parley.bench.machine;

import java.io.IOException;
import java.util.regex.Pattern;

/// How much of a JVM's heap is in use by what is reachable.
///
/// Collection and count are one pause of the JVM: at full load, one that is only asked afterwards
/// how much is in use has filled tens of mebibytes again.
public final class HeapReading {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)$");

  private HeapReading() {}

  /// Has another JVM collect its garbage and counts what is left, in bytes. Not for this one: it
  /// would have to read what it says while it stands still.
  ///
  /// @throws IOException when the JVM does not answer
  public static long afterCollection(long pid) throws IOException, InterruptedException {
    return total(JavaProgram.diagnose(pid, "GC.class_histogram"));
  }

  /// The bytes of all classes' objects according to what `jcmd GC.class_histogram` prints.
  ///
  /// @throws IOException when it does not say
  static long total(String histogram) throws IOException {
    var total = TOTAL.matcher(histogram);
    if (!total.find()) {
      throw new IOException("the JVM did not count what is on its heap");
    }
    return Long.parseLong(total.group(1));
  }
}
