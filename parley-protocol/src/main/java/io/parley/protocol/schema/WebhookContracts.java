package io.parley.protocol.schema;

import static io.parley.protocol.schema.Member.required;

import io.parley.core.ErrorType;
import io.parley.protocol.request.Text;
import java.util.Map;

/// Methods for webhooks.
final class WebhookContracts {
  private static final Member ID =
      required("webhook_id", Shape.text(Text.ID).like("pqi8oasdjahuakndw9nsad9na"), "the webhook");

  /// All of them.
  static final Map<String, Contract> ALL =
      Map.of(
          "register_webhook",
          Contract.of("Lets an address be told of what happens.")
              .takes(WebhookShapes.REGISTRATION)
              .gives(ID)
              .failsWith(ErrorType.LIMIT_REACHED),
          "get_webhooks_config",
          Contract.of("Lists the webhooks.").gives(Shape.list(WebhookShapes.WEBHOOK)),
          "unregister_webhook",
          Contract.of("Ends a webhook.").takes(ID));

  private WebhookContracts() {}
}
