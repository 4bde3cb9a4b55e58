package io.parley.protocol.request;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.method.Catalogue;
import io.parley.protocol.method.Method;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The sample requests of both documentations, with other values: each line an API, a method and a
/// payload.
class DocumentedRequestsTest {
  private static final String SAMPLES = "/io/parley/protocol/schema/documented-requests.txt";

  /// What has no sample: a form with a file, a method that only an SDK knows, and one whose sample
  /// fits no namespace.
  private static final Set<String> WITHOUT_SAMPLE =
      Set.of(
          "agent upload_file",
          "customer upload_file",
          "customer get_customer",
          "agent delete_event_properties");

  static List<String> samples() {
    try (InputStream in = DocumentedRequestsTest.class.getResourceAsStream(SAMPLES)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Method> methods() {
    return new Catalogue()
        .methods().stream().filter(method -> method.versions().contains(ApiVersion.V3_1));
  }

  private static String name(Method method) {
    return method.api().name().toLowerCase(Locale.ROOT) + " " + method.name();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldReadEverySampleOfTheDocumentation(String sample) {
    String[] parts = sample.split(" ", 3);
    Method method =
        methods()
            .filter(each -> name(each).equals(parts[0] + " " + parts[1]))
            .findAny()
            .orElseThrow();

    assertThatCode(
            () ->
                Requests.decode(
                    method,
                    Requests.json(parts[2]),
                    method.api() == Api.CUSTOMER ? Requests.CARL : Requests.ANNA))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldHaveASampleForEveryMethod() {
    Set<String> sampled = samples().stream().map(line -> line.split(" \\{", 2)[0]).collect(toSet());

    assertThat(methods().map(DocumentedRequestsTest::name).filter(name -> !sampled.contains(name)))
        .containsExactlyInAnyOrderElementsOf(WITHOUT_SAMPLE);
  }
}
