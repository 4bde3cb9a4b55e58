/// Webhooks on the wire: which actions there are in a version, what each may filter by and bring
/// along ([io.parley.protocol.webhook.WebhookTable]), and what is sent
/// ([io.parley.protocol.webhook.WebhookRenderer]).
///
/// The payloads are those of agents' pushes, with the differences that the documentation shows:
/// values of properties are bare, a new customer stands alone, and an agent's status has another
/// name.
@NullMarked
package io.parley.protocol.webhook;

import org.jspecify.annotations.NullMarked;
