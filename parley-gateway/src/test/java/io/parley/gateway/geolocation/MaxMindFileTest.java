package io.parley.gateway.geolocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.core.customer.Geolocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaxMindFileTest {
  @TempDir private Path directory;

  private MaxMindFile file(Map<String, Object> found) throws IOException {
    return MaxMindFile.open(
        MaxMindWriter.write(directory.resolve("places.mmdb"), "89.64.0.0", 16, found));
  }

  @Test
  void shouldTellWhereAnAddressIs() throws IOException {
    try (var file =
        file(
            Map.of(
                "country",
                Map.of("iso_code", "PL", "names", Map.of("en", "Poland", "de", "Polen")),
                "subdivisions",
                List.of(Map.of("names", Map.of("en", "Lower Silesia"))),
                "city",
                Map.of("names", Map.of("en", "Wrocław")),
                "location",
                Map.of("latitude", 51.1043, "longitude", 17.0335, "time_zone", "Europe/Warsaw")))) {
      assertThat(file.find("89.64.7.1"))
          .isEqualTo(
              new Geolocation(
                  "51.1043",
                  "17.0335",
                  "Poland",
                  "PL",
                  "Lower Silesia",
                  "Wrocław",
                  "Europe/Warsaw"));
    }
  }

  @Test
  void shouldLeaveOutWhatTheFileDoesNotSay() throws IOException {
    try (var file = file(Map.of("country", Map.of("iso_code", "PL")))) {
      assertThat(file.find("89.64.7.1"))
          .isEqualTo(new Geolocation(null, null, null, "PL", null, null, null));
    }
    try (var file = file(Map.of("traits", Map.of("isp", "Someone")))) {
      assertThat(file.find("89.64.7.1")).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"89.65.0.0", "127.0.0.1", "::1", "2606:4700::1", "", "no address"})
  void shouldKnowNothingOfOtherAddresses(String address) throws IOException {
    try (var file = file(Map.of("country", Map.of("iso_code", "PL")))) {
      assertThat(file.find(address)).isNull();
    }
  }

  @Test
  void shouldRefuseFilesOfAnotherFormat() throws IOException {
    Path text = Files.writeString(directory.resolve("text.mmdb"), "no places");

    assertThatThrownBy(() -> MaxMindFile.open(text)).hasMessageContaining("is no MaxMind database");
    assertThatThrownBy(() -> MaxMindFile.open(directory.resolve("none")))
        .hasMessageContaining("can't read");
  }
}
