package io.parley.core.webhook;

import io.parley.core.license.LicenseChange;

/// A change to the webhooks of a license.
public sealed interface WebhookChange extends LicenseChange
    permits BotWebhooksSet, WebhookRegistered, WebhookUnregistered {}
