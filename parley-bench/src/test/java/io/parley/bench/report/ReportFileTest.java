package io.parley.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
  @TempDir private Path directory;

  private record Figure(String name, int value) implements Section {
    @Override
    public void write(JsonGenerator json) throws IOException {
      json.writeNumber(value);
    }

    @Override
    public String table() {
      return "";
    }
  }

  @Test
  void shouldReplaceWhatIsMeasuredAgainAndNothingElse() throws IOException {
    var file = directory.resolve("deep/report.json");
    new ReportFile(file).put(new Figure("storm", 1));
    new ReportFile(file).put(new Figure("idle", 2));

    new ReportFile(file).put(new Figure("storm", 3));

    var report = new ReportFile(file).read();
    assertThat(report.path("storm").intValue()).isEqualTo(3);
    assertThat(report.path("idle").intValue()).isEqualTo(2);
  }

  @Test
  void shouldRefuseWhatIsNoReport() throws IOException {
    var file = Files.writeString(directory.resolve("list.json"), "[]");

    assertThatThrownBy(() -> new ReportFile(file).read()).hasMessageContaining("no report");
  }
}
