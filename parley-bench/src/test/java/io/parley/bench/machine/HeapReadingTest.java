package io.parley.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeapReadingTest {
  @Test
  void shouldReadWhatAllClassesHaveTogether() throws IOException {
    assertThat(
            HeapReading.total(
                """
                4711:
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:           120          40960  [B (java.base@25.0.1)
                   2:            12            384  org.example.Total
                Total           132          41344
                """))
        .isEqualTo(41_344);
  }

  @Test
  void shouldRefuseToGuess() {
    assertThatThrownBy(() -> HeapReading.total("4711:\nUnable to open socket file\n"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void shouldReadTheHeapOfAnother() throws Exception {
    var process = new ProcessBuilder(JavaProgram.command(Idler.class, List.of())).start();
    try (var said = process.inputReader()) {
      assertThat(said.readLine()).isEqualTo(Idler.READY);

      assertThat(HeapReading.afterCollection(process.pid())).isBetween(64L << 10, 64L << 20);
    } finally {
      process.destroyForcibly();
    }
  }

  /// A program that holds next to nothing and waits.
  static final class Idler {
    private static final String READY = "ready";

    public static void main(String[] arguments) throws IOException {
      System.out.println(READY);
      var _ = System.in.read();
    }
  }
}
