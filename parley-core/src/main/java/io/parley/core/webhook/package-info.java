/// Webhooks: who wants to be told of what, and which changes tell them.
///
/// A [io.parley.core.webhook.Webhook] is registered by an application, for the license or, as part
/// of a bot, for the bot. [io.parley.core.webhook.Webhooks] holds those of a license and says which
/// of them a change fires: one exhaustive `switch` over the kinds of changes
/// ([io.parley.core.webhook.Occasion]), then the filters, computed from the state right after the
/// change. A license without webhooks does none of this.
///
/// What is sent, and in which version, is not decided here; a registration only remembers the
/// version that it was made in.
@NullMarked
package io.parley.core.webhook;

import org.jspecify.annotations.NullMarked;
