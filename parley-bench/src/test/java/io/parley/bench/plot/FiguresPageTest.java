package io.parley.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FiguresPageTest {
  private static String page(String report, String... charts) throws IOException {
    return FiguresPage.of(new ObjectMapper().readTree(report), Set.of(charts));
  }

  @Test
  void shouldPutTheFiguresOfAPartUnderItsChart() throws IOException {
    var page =
        page(
            """
            {"fan-out":[
              {"server":"relay+postgres","run":"closed","messages_per_second":4001.4,
               "pushes_per_second":208123.4,"each_micros":{"p50":950,"p99":3850},
               "last_micros":{"p50":10300,"p99":1204000},
               "cpu_seconds_per_1000":{"together":0.2964,"database":0.03},
               "memory_bytes":{"together":1610612736},"processors_used_by_others":0.04}]}
            """,
            "fan-out.svg");

    assertThat(page)
        .contains("## Fan-out\n\n![Fan-out](fan-out.svg)\n\n| server | run |")
        .contains(
            "| relay+postgres | closed | 4,001 | 208,100 | 0.95 | 3.9 | 10 | 1,204 | 0.296 | 0.030 | 1,536 | 0.04 |")
        .doesNotContain("## Pair chat", "## Growth");
  }

  @Test
  void shouldLeaveOutWhatARowDoesNotHave() throws IOException {
    assertThat(page("{\"idle\":[{\"server\":\"relay\",\"connections\":19000}]}"))
        .contains("| relay | 19,000 |  |  |  |  |  |")
        .doesNotContain("![");
  }

  @Test
  void shouldGiveEveryKindOfOperationARow() throws IOException {
    var latency = "{\"count\":7,\"p50\":300,\"p95\":900,\"p99\":1500,\"p999\":2000,\"max\":2100}";
    var page =
        page(
            """
            {"mixed":[{"server":"parley","run":"2000/s","kinds":{
               "sneak_peek":{"share":0.1012,"micros":%1$s}}}],
             "archives-10m":{"kinds":[{"kind":"any word","micros":%1$s}],"searches_micros":%1$s}}
            """
                .formatted(latency));

    assertThat(page)
        .contains("| 2000/s | sneak peek | 10.1 % | 0.30 | 1.5 | 2.0 |")
        .contains("| any word | 7 | 0.30 | 0.90 | 1.5 | 2.1 |")
        .contains("| **every search** | 7 | 0.30 | 0.90 | 1.5 | 2.1 |");
  }
}
