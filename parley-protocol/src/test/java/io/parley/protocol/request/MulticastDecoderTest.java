package io.parley.protocol.request;

import static io.parley.protocol.request.Requests.ANNA;
import static io.parley.protocol.request.Requests.CARL;
import static io.parley.protocol.request.Requests.byAgent;
import static io.parley.protocol.request.Requests.problemOfAgent;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Json;
import io.parley.core.group.GroupId;
import io.parley.core.license.Multicast;
import io.parley.core.user.AgentId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MulticastDecoderTest {
  private static final String TO_ALL = "scopes: {agents: {all: true}}";
  private static final Multicast.Scope ALL =
      new Multicast.Scope(true, List.of(), List.of(), List.of());

  @Test
  void shouldReadEveryScope() {
    String payload =
        """
        {
          scopes: {
            agents: {all: true, ids: ['a@example.com', 'b@example.com'], groups: [1, '2', 1]},
            customers: {ids: ['b7eff798-f8df-4364-8059-649c35c9ed0c']}
          },
          content: {example: {nested: 'json'}},
          type: 'type1'
        }
        """;

    assertThat(byAgent("multicast", payload))
        .isEqualTo(
            new Multicast(
                ANNA,
                new Multicast.Scope(
                    true,
                    List.of(new AgentId("a@example.com"), new AgentId("b@example.com")),
                    List.of(new GroupId(1), new GroupId(2)),
                    List.of(CARL.id())),
                new Json("{\"example\":{\"nested\":\"json\"}}"),
                "type1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[1,null]", "\"text\"", "5", "true"})
  void shouldCarryAnyJson(String content) {
    assertThat(byAgent("multicast", "{" + TO_ALL + ", content: " + content + "}"))
        .isEqualTo(new Multicast(ANNA, ALL, new Json(content), null));
  }

  @Test
  void shouldRefuseContentThatIsTooLarge() {
    String full = "x".repeat(16 * 1024 - 2);

    assertThat(byAgent("multicast", "{" + TO_ALL + ", content: '" + full + "'}")).isNotNull();
    assertThat(problemOfAgent("multicast", "{" + TO_ALL + ", content: '" + full + "x'}"))
        .isEqualTo("`content`: must be at most 16 KB");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {content: {}} | `scopes`: is required
          {scopes: {agents: {all: true}}} | `content`: is required
          {scopes: {agents: {all: true}}, content: null} | `content`: is required
          {scopes: {customers: {ids: ["x"]}}, content: {}} | `scopes.customers.ids[0]`: must be a UUID
          {scopes: {agents: {groups: ["x"]}}, content: {}} | `scopes.agents.groups[0]`: must be the number of a group
          {scopes: {agents: {ids: [1]}}, content: {}} | `scopes.agents.ids[0]`: must be a string
          {scopes: {agents: {all: "yes"}}, content: {}} | `scopes.agents.all`: must be true or false
          {scopes: {agents: []}, content: {}} | `scopes.agents`: must be an object
          """)
  void shouldRefuseWhatIsNotAsDocumented(String payload, String problem) {
    assertThat(problemOfAgent("multicast", payload)).isEqualTo(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{agents: {}, customers: {}}",
        "{agents: {all: false}}",
        "{agents: {ids: [], groups: []}, customers: {ids: []}}"
      })
  void shouldRefuseAMessageToNobody(String scopes) {
    assertThat(problemOfAgent("multicast", "{scopes: " + scopes + ", content: {}}"))
        .isEqualTo(
            "`scopes`: must have one of agents.all, agents.ids, agents.groups, customers.ids");
  }
}
