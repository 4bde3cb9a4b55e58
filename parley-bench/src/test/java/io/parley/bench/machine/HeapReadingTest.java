package io.parley.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapReadingTest {
  @Test
  void shouldReadTheHeapOfEveryCollector() {
    assertThat(
            HeapReading.usedIn(
                """
                 garbage-first heap   total reserved 6291456K, committed 393216K, used 3072K [0x01, 0x02)
                  region size 4096K, 1 young (4096K), 0 survivors (0K)
                 Metaspace       used 512K, committed 640K, reserved 1114112K
                  class space    used 48K, committed 128K, reserved 1048576K
                """))
        .isEqualTo(3_072L << 10);
    assertThat(
            HeapReading.usedIn(
                """
                 def new generation   total 9216K, used 1000K [0x01, 0x02, 0x03)
                  eden space 8192K,  12% used [0x01, 0x02, 0x03)
                 tenured generation   total 10240K, used 24K [0x01, 0x02, 0x03)
                   the space 10240K,   0% used [0x01, 0x02, 0x03)
                 Metaspace       used 100K, committed 320K, reserved 1114112K
                """))
        .isEqualTo(1_024L << 10);
    assertThat(HeapReading.usedIn(" ZHeap           used 94M, capacity 94M, max capacity 384M"))
        .isEqualTo(94L << 20);
  }

  @Test
  void shouldReadItsOwnHeap() throws Exception {
    assertThat(HeapReading.afterCollection(ProcessHandle.current().pid()))
        .isBetween(1L << 20, Runtime.getRuntime().maxMemory());
  }
}
