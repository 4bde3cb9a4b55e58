package io.parley.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("parley.conf");
  }

  @Test
  void shouldUseTheDefaultsWhereNothingIsGiven() {
    assertThat(read(Map.of(), Map.of())).isEqualTo(ServerConfig.DEFAULTS);
  }

  @Test
  void shouldPreferTheCommandLineToTheEnvironmentAndThatToTheFile() throws IOException {
    Files.writeString(file, "port = 1\nhost = \"file\"\ndata = file\ndatabase.connections = 7");
    var environment =
        Map.of("PARLEY_PORT", "2", "PARLEY_HOST", "environment", "PARLEY_CONFIG", file.toString());
    var options = Map.of("port", List.of("3"));

    var config = read(options, environment);

    assertThat(config.port()).isEqualTo(3);
    assertThat(config.host()).isEqualTo("environment");
    assertThat(config.data()).isEqualTo(Path.of("file"));
    assertThat(config.database().connections()).isEqualTo(7);
    assertThat(config.database().sharedBuffers())
        .isEqualTo(ServerConfig.DEFAULTS.database().sharedBuffers());
  }

  @Test
  void shouldReadEverySettingFromTheEnvironment() {
    var config =
        read(
            Map.of(),
            Map.of(
                "PARLEY_DATABASE_URL", "postgres://localhost/parley",
                "PARLEY_PROVISION", "a.yaml" + File.pathSeparator + "b.yaml",
                "PARLEY_ALLOW_PRIVATE_TARGETS", "true",
                "PARLEY_DATABASE_CONNECTION_TIMEOUT", "1500ms",
                "PARLEY_LOG_LEVEL", "debug"));

    assertThat(config.databaseUrl()).isEqualTo("postgres://localhost/parley");
    assertThat(config.provision()).containsExactly(Path.of("a.yaml"), Path.of("b.yaml"));
    assertThat(config.allowPrivateTargets()).isTrue();
    assertThat(config.database().connectionTimeout()).isEqualTo(Duration.ofMillis(1500));
    assertThat(config.log().level()).isEqualTo("debug");
  }

  @Test
  void shouldTakeAnEmptyVariableAsNotGiven() {
    assertThat(read(Map.of(), Map.of("PARLEY_DATABASE_URL", "", "PARLEY_PORT", "")))
        .isEqualTo(ServerConfig.DEFAULTS);
  }

  @Test
  void shouldReadJsonToo() throws IOException {
    Files.writeString(
        file, "{\"port\": 9000, \"provision\": [\"x.yaml\"], \"log\": {\"level\": \"warn\"}}");

    var config = new ConfigReader(Map.of(), Map.of()).read(file, ServerConfig.DEFAULTS);

    assertThat(config.port()).isEqualTo(9000);
    assertThat(config.provision()).containsExactly(Path.of("x.yaml"));
    assertThat(config.log().level()).isEqualTo("warn");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          prot = 1                       | :1: prot is no setting
          \\nlog { colour = true }       | :2: log.colour is no setting
          log = loud                     | :1: log must be a section
          port = many                    | :1: port must be a whole number, not "many"
          port = 70000                   | :1: port must be from 0 to 65535, not "70000"
          port = [1, 2]                  | :1: port must be one value, not a list
          port { number = 1 }            | :1: port must be a value, not a section
          allow-private-targets = maybe  | :1: allow-private-targets must be true or false, not "maybe"
          database.connection-timeout = 5 | :1: database.connection-timeout must be a duration like 500ms, 30s, 5m or 2h, not "5"
          log.level = loud               | :1: log.level must be one of error, warn, info, debug, trace, not "loud"
          database.connections = 1       | :1: database.connections must be from 2 to 1000, not "1"
          """)
  void shouldNameThePlaceOfWhatIsWrongInAFile(String text, String problem) throws IOException {
    Files.writeString(file, text.replace("\\n", "\n"));

    assertThatThrownBy(() -> new ConfigReader(Map.of(), Map.of()).read(file, ServerConfig.DEFAULTS))
        .isInstanceOf(ConfigInvalid.class)
        .hasMessage(file + problem);
  }

  @Test
  void shouldNameTheOptionOrVariableThatIsWrong() {
    assertThatThrownBy(() -> read(Map.of("port", List.of("x")), Map.of()))
        .hasMessage("--port must be a whole number, not \"x\"");
    assertThatThrownBy(() -> read(Map.of(), Map.of("PARLEY_PORT", "tcp://10.0.0.1:80")))
        .hasMessage("PARLEY_PORT must be a whole number, not \"tcp://10.0.0.1:80\"");
  }

  @Test
  void shouldSayInOneLineThatAFileCannotBeRead() throws IOException {
    assertThatThrownBy(() -> read(Map.of(), Map.of("PARLEY_CONFIG", "/nowhere/parley.conf")))
        .isInstanceOf(ConfigInvalid.class)
        .hasMessage("the configuration file /nowhere/parley.conf can't be read");
    Files.writeString(file, "port = {");
    assertThatThrownBy(() -> new ConfigReader(Map.of(), Map.of()).read(file, ServerConfig.DEFAULTS))
        .isInstanceOf(ConfigInvalid.class)
        .message()
        .startsWith(file + ":1: ")
        .doesNotContain("\n");
  }

  private static ServerConfig read(
      Map<String, List<String>> options, Map<String, String> environment) {
    return new ConfigReader(options, environment).read(null, ServerConfig.DEFAULTS);
  }
}
