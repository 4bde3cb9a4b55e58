package io.parley.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServerProcessesTest {
  @Test
  void shouldReadTheMemoryOfAServerWithoutADatabase() {
    var own = new ServerProcesses(List.of(ProcessHandle.current().pid()));

    assertThat(own.memory().serverResident()).isGreaterThan(10L << 20);
    assertThat(own.memory().databaseProportional()).isZero();
    assertThat(own.memory().total()).isGreaterThan(10L << 20);
  }

  @Test
  void shouldReadNothingOfAServerThatIsNotThere() {
    assertThat(new ServerProcesses(List.of()).memory()).isEqualTo(MemoryReading.NONE);
  }
}
