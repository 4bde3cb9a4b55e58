package io.parley.bench.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// How much of a JVM's heap is in use by what is reachable: read right after a full collection.
public final class HeapReading {
  private static final Pattern USED = Pattern.compile("\\bused (\\d+)([KMG])\\b");

  private HeapReading() {}

  /// Has a JVM collect its garbage and reads what is left, in bytes.
  ///
  /// @throws IOException when the JVM does not answer
  public static long afterCollection(long pid) throws IOException, InterruptedException {
    if (!JavaProgram.collectGarbage(pid)) {
      throw new IOException("the JVM " + pid + " did not collect its garbage");
    }
    return usedIn(JavaProgram.diagnose(pid, "GC.heap_info"));
  }

  /// The bytes in use according to what `jcmd GC.heap_info` prints, whatever the collector.
  ///
  /// Each generation that the collector has is a line of its own; classes are not on the heap.
  static long usedIn(String heapInfo) {
    return heapInfo
        .lines()
        .filter(line -> !line.contains("Metaspace") && !line.contains("class space"))
        .mapToLong(HeapReading::usedInLine)
        .sum();
  }

  private static long usedInLine(String line) {
    var used = USED.matcher(line);
    if (!used.find()) {
      return 0;
    }
    var unit = used.group(2).getBytes(StandardCharsets.US_ASCII)[0];
    var shift =
        switch (unit) {
          case 'K' -> 10;
          case 'M' -> 20;
          default -> 30;
        };
    return Long.parseLong(used.group(1)) << shift;
  }
}
