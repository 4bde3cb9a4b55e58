package io.parley.protocol.push;

import static io.parley.protocol.json.Acme.LICENSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.core.Change;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.json.Acme;
import io.parley.protocol.schema.Push;
import io.parley.protocol.schema.Pushes;
import io.parley.protocol.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The declared shapes of pushes against what is rendered.
class PushShapesTest {

  private static List<JsonNode> rendered(Api side) {
    var frames = new ArrayList<JsonNode>();
    for (Change change : EveryChange.atAcme()) {
      new PushRenderer()
          .render(ApiVersion.V3_1, side, change, LICENSE)
          .forEach(push -> frames.add(Acme.json(push.frameFor(null))));
    }
    EncodedPush last =
        side == Api.AGENT
            ? Disconnections.agent("misdirected_connection", "fra")
            : Disconnections.customer("misdirected_connection", "fra");
    frames.add(Acme.json(last.frameFor(null)));
    return frames;
  }

  @ParameterizedTest
  @EnumSource(
      value = Api.class,
      names = {"AGENT", "CUSTOMER"})
  void shouldDeclareExactlyThePushesThatThereAre(Api side) {
    assertThat(Pushes.pushes().stream().filter(push -> push.api() == side).map(Push::name))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            rendered(side).stream()
                .map(frame -> frame.path("action").asText())
                .distinct()
                .toList());
  }

  @ParameterizedTest
  @EnumSource(
      value = Api.class,
      names = {"AGENT", "CUSTOMER"})
  void shouldRenderWhatIsDeclared(Api side) {
    for (JsonNode frame : rendered(side)) {
      Push push = Pushes.find(side, frame.path("action").asText()).orElseThrow();

      Schemas.assertShape(frame.path("payload"), push.payload());
    }
  }
}
