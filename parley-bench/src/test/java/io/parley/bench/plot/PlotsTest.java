package io.parley.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class PlotsTest {
  private static final String LATENCY = "{\"count\":9,\"p50\":300,\"p99\":2000,\"p999\":9000}";

  @Test
  void shouldDrawWhatWasMeasured() throws Exception {
    var report =
        """
        {"pair-chat":[
           {"server":"relay+postgres","run":"closed","conversations":500,"messages_per_second":34300,
            "cpu_seconds_per_1000":{"together":0.031},"delivery_micros":%1$s},
           {"server":"parley","run":"closed","conversations":500,"messages_per_second":30000,
            "cpu_seconds_per_1000":{"together":0.047},"delivery_micros":%1$s},
           {"server":"parley","run":"2000/s","conversations":500,"messages_per_second":2000,
            "cpu_seconds_per_1000":{"together":0.4},"delivery_micros":%1$s}],
         "fan-out":[{"server":"parley","run":"closed","followers":50,"pushes_per_second":110000}],
         "mixed":[{"server":"parley","run":"closed","kinds":{
           "message":{"share":0.7,"micros":%1$s},"sneak_peek":{"share":0.1,"micros":%1$s}}}],
         "storm":[{"server":"relay","connections":19000,"logins_per_second":9000}],
         "idle":[{"server":"parley","connections":19000,"kib_per_connection":12.5}],
         "growth":{"samples":[
           {"minutes":0,"heap_bytes_after_collection":90000000,"memory_bytes":{"server":400000000}},
           {"minutes":1,"heap_bytes_after_collection":91000000,"memory_bytes":{"server":400000000}}]},
         "archives-10m":{"kinds":[{"kind":"a word, an agent & a quarter","micros":%1$s}]}}
        """
            .formatted(LATENCY);

    var charts = Plots.of(new ObjectMapper().readTree(report));

    assertThat(charts)
        .containsOnlyKeys(
            "pair-chat-rate.svg",
            "pair-chat-latency.svg",
            "pair-chat-cpu.svg",
            "fan-out.svg",
            "mixed.svg",
            "storm.svg",
            "idle.svg",
            "growth.svg",
            "archives.svg");
    for (var svg : charts.values()) {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)));
    }
    assertThat(charts.get("pair-chat-rate.svg")).contains(">34,300<", ">30,000<", ">parley<");
    assertThat(charts.get("pair-chat-rate.svg")).doesNotContain(">2,000<", ">relay<");
    assertThat(charts.get("mixed.svg")).contains(">sneak peek<");
    assertThat(charts.get("archives.svg")).contains("an agent &amp; a quarter");
  }

  @Test
  void shouldDrawNothingOfWhatWasNotMeasured() throws Exception {
    assertThat(Plots.of(new ObjectMapper().readTree("{}"))).isEmpty();
  }
}
