package io.parley.gateway.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Catalogue;
import io.parley.protocol.method.Method;
import io.parley.protocol.schema.Pushes;
import io.parley.protocol.webhook.WebhookTable;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class DescriptionsTest {
  private static final List<Method> METHODS = new Catalogue().methods();

  private final JsonNode openApi = OpenApi.of(METHODS);
  private final JsonNode asyncApi = AsyncApi.of(ApiVersion.V3_1, METHODS);

  private static Stream<Method> reachedBy(Transport transport) {
    return METHODS.stream()
        .filter(method -> method.contract() != null)
        .filter(method -> method.transports().contains(transport));
  }

  private static Stream<String> names(JsonNode object) {
    return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false);
  }

  private static String path(ApiVersion version, Method method) {
    String api = MethodNotes.nameOf(method.api());
    return "/v" + version.number() + "/" + api + "/action/" + method.name();
  }

  @Test
  void shouldDescribeEveryMethodThatIsReachedOverHttp() {
    assertThat(names(openApi.path("paths")))
        .containsExactlyElementsOf(
            reachedBy(Transport.WEB)
                .flatMap(method -> method.versions().stream().sorted().map(v -> path(v, method)))
                .toList());
  }

  @Test
  void shouldDescribeEveryMethodThatIsReachedOverAConnectionAndEveryPush() {
    Stream<String> methods =
        reachedBy(Transport.RTM)
            .map(method -> MethodNotes.nameOf(method.api()) + "." + method.name());
    Stream<String> pushes =
        Pushes.pushes().stream()
            .map(push -> MethodNotes.nameOf(push.api()) + "." + push.name() + ".push");

    assertThat(names(asyncApi.path("operations")))
        .containsExactlyElementsOf(Stream.concat(methods, pushes).toList());
  }

  @Test
  void shouldDescribeEveryWebhook() {
    JsonNode webhooks = openApi.path("webhooks");

    assertThat(names(webhooks))
        .containsExactlyElementsOf(
            WebhookTable.rows().stream().map(WebhookTable.Row::name).toList());
    JsonNode tagged = webhooks.at("/chat_thread_tagged/post");
    assertThat(tagged.at("/requestBody/content/application~1json/example/payload/tag").isTextual())
        .isTrue();
    assertThat(tagged.path("x-filters").toString()).contains("only_my_chats");
    assertThat(webhooks.at("/agent_deleted/post/x-filters").toString()).contains("agent_ids");
  }

  @Test
  void shouldShowPropertiesBareInWebhooksAndWrappedInAnswers() {
    String value = "/properties/properties/additionalProperties/additionalProperties";

    assertThat(openApi.at("/components/schemas/webhook.Thread" + value).has("oneOf")).isTrue();
    assertThat(openApi.at("/components/schemas/agent.Thread" + value).has("$ref")).isTrue();
  }

  @Test
  void shouldReferToNothingThatIsNotThere() {
    for (JsonNode description : List.of(openApi, asyncApi)) {
      List<JsonNode> references = description.findValues("$ref");

      assertThat(references).isNotEmpty();
      assertThat(references)
          .allSatisfy(
              reference ->
                  assertThat(description.at(reference.asText().substring(1)).isMissingNode())
                      .as("%s", reference)
                      .isFalse());
    }
  }

  @Test
  void shouldSayWhichScopesAndErrorsBelongToAMethod() {
    JsonNode closeThread = openApi.at("/paths/~1v3.1~1agent~1action~1close_thread/post");

    assertThat(closeThread.path("security").toString())
        .isEqualTo(
            "[{\"agent\":[\"chats--all:rw\"]},{\"agent\":[\"chats--access:rw\"]},"
                + "{\"agent\":[\"chats--my:rw\"]}]");
    assertThat(closeThread.at("/responses/400/description").asText()).contains("`chat_inactive`");
    assertThat(closeThread.at("/responses/429").isMissingNode()).isFalse();
  }

  @Test
  void shouldTakeAnUploadAsAForm() {
    JsonNode upload = openApi.at("/paths/~1v3.1~1agent~1action~1upload_file/post/requestBody");

    assertThat(upload.at("/content/multipart~1form-data/schema/properties/file/format").asText())
        .isEqualTo("binary");
  }

  @Test
  void shouldTellEachApisStructuresApart() {
    assertThat(names(openApi.at("/components/schemas")))
        .contains("Error", "agent.Thread", "customer.Thread")
        .allMatch(
            name ->
                name.equals("Error")
                    || name.startsWith("webhook.")
                    || Stream.of(Api.values())
                        .anyMatch(api -> name.startsWith(MethodNotes.nameOf(api) + ".")));
  }
}
