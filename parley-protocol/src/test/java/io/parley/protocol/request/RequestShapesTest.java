package io.parley.protocol.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.user.Caller;
import io.parley.protocol.Api;
import io.parley.protocol.InvalidRequest;
import io.parley.protocol.method.Catalogue;
import io.parley.protocol.method.Handling;
import io.parley.protocol.method.Method;
import io.parley.protocol.schema.Contract;
import io.parley.protocol.schema.Sample;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The declared shapes of requests against the decoders: what is declared is what is read.
class RequestShapesTest {

  /// The methods whose requests are JSON that a decoder reads.
  private static Stream<Method> methods() {
    return new Catalogue()
        .methods().stream()
            .filter(method -> method.contract() != null)
            .filter(method -> method.handling() != Handling.OfServer.UPLOAD_FILE);
  }

  private static Contract contract(Method method) {
    Contract contract = method.contract();
    assertThat(contract).as("%s of %s has no contract", method.name(), method.api()).isNotNull();
    return contract;
  }

  @ParameterizedTest
  @MethodSource("methods")
  void shouldReadTheLeastAndTheMostThatIsDeclared(Method method) {
    for (Sample size : Sample.values()) {
      JsonNode sample = size.of(contract(method).request());

      assertThat(refusal(method, sample)).as("%s %s", method.name(), sample).isNull();
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void shouldTakeWhatTheDeclarationAllowsAndRefuseAllElse(Method method) {
    var probes = Probes.of(contract(method).request());

    for (Probe probe : probes) {
      String refusal = refusal(method, probe.payload());
      String problem = probe.problem(refusal);
      if (problem != null) {
        fail("%s of %s: %s: %s", method.name(), method.api(), problem, abridged(probe.payload()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void shouldDeclareEveryMemberThatIsRead(Method method) {
    var asked = new TreeSet<String>();
    for (Probe probe : Probes.of(contract(method).request())) {
      var recording = new Recording();
      if (refusal(method, recording.watched(probe.payload())) == null) {
        asked.addAll(recording.asked());
      }
    }
    var declared = new Declared(contract(method).request());

    assertThat(asked.stream().filter(path -> !declared.isFree(path)))
        .as("members that %s of %s reads", method.name(), method.api())
        .containsExactlyInAnyOrderElementsOf(declared.members());
  }

  private static String refusal(Method method, JsonNode payload) {
    Caller caller = method.api() == Api.CUSTOMER ? Requests.CARL : Requests.ANNA;
    try {
      Requests.decode(method, (ObjectNode) payload, caller);
      return null;
    } catch (InvalidRequest refused) {
      return refused.getMessage();
    }
  }

  private static String abridged(JsonNode payload) {
    String text = payload.toString();
    return text.length() < 600 ? text : text.substring(0, 600) + "…";
  }

  /// One payload and what should become of it.
  record Probe(JsonNode payload, Expectation expectation, String path) {
    enum Expectation {
      /// It is read; or something else is wrong, such as a member that must fit another one.
      READ,
      /// It is refused, and the message names this member.
      NAMED,
      /// It is refused, and the message names this member, or what holds it, or what it holds.
      REFUSED
    }

    /// What is wrong with how it was taken, or null.
    String problem(String refusal) {
      return switch (expectation) {
        case READ ->
            refusal == null || !refusal.startsWith("`" + path + "`")
                ? null
                : "`" + path + "` should be read, but: " + refusal;
        case NAMED ->
            refusal != null && refusal.startsWith("`" + path + "`")
                ? null
                : "`" + path + "` should be refused by its name, but: " + refusal;
        case REFUSED ->
            refusal != null && isAbout(named(refusal))
                ? null
                : "`" + path + "` should be refused, but: " + refusal;
      };
    }

    private boolean isAbout(String named) {
      return named.equals("payload")
          || path.equals(named)
          || List.of(".", "[").stream()
              .anyMatch(next -> path.startsWith(named + next) || named.startsWith(path + next))
          || path.isEmpty();
    }

    private static String named(String refusal) {
      return refusal.substring(1, refusal.indexOf('`', 1));
    }
  }
}
