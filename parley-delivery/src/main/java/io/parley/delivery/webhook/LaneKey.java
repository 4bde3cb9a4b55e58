package io.parley.delivery.webhook;

/// Names a lane.
record LaneKey(WebhookKey webhook, String subject) {}
