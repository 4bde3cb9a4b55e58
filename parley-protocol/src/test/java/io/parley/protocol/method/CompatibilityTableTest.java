package io.parley.protocol.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What `docs/compatibility.md` says is so.
class CompatibilityTableTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+Test\\b");

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/compatibility.md"));
  }

  private static List<String> rows(String title) throws IOException {
    String from = page().split("\n## " + title + "\n", 2)[1];
    return from.split("\n## ", 2)[0].lines().filter(line -> line.startsWith("| `")).toList();
  }

  private static String row(Method method) {
    String transports =
        Stream.of(Transport.RTM, Transport.WEB)
            .filter(method.transports()::contains)
            .map(transport -> transport == Transport.RTM ? "RTM" : "Web")
            .collect(Collectors.joining(", "));
    if (method.api() == Api.CONFIGURATION) {
      transports =
          method.versions().stream().map(ApiVersion::number).collect(Collectors.joining(", "));
    }
    return "| `" + method.name() + "` | " + transports + " | ";
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void shouldHaveARowForEachMethodInTheOrderOfTheCatalogue(Api api) throws IOException {
    List<String> rows =
        rows(
            switch (api) {
              case AGENT -> "Agent Chat API: methods";
              case CUSTOMER -> "Customer Chat API: methods";
              case CONFIGURATION -> "Configuration API: methods";
            });

    assertThat(rows.stream().map(row -> row.replaceAll("(yes|wire) \\|.*", "")).toList())
        .containsExactlyElementsOf(
            new Catalogue()
                .methods().stream()
                    .filter(method -> method.api() == api)
                    .map(CompatibilityTableTest::row)
                    .toList());
  }

  @Test
  void shouldNameTestsThatThereAre() throws IOException {
    var tests = new HashSet<String>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path sources : modules.map(module -> module.resolve("src/test/java")).toList()) {
        if (Files.isDirectory(sources)) {
          addTests(sources, tests);
        }
      }
    }
    List<String> named =
        TEST.matcher(page()).results().map(match -> match.group()).distinct().toList();

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(tests).containsAll(named);
  }

  private static void addTests(Path sources, Set<String> to) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith("Test.java"))
          .forEach(name -> to.add(name.replace(".java", "")));
    }
  }
}
