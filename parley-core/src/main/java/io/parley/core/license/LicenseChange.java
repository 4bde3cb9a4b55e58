package io.parley.core.license;

import io.parley.core.Change;
import io.parley.core.routing.QueueReviewed;
import io.parley.core.webhook.WebhookChange;

/// A change to the license as a whole.
public sealed interface LicenseChange extends Change
    permits GroupConfigured,
        GroupDeleted,
        LicenseConfigured,
        Multicasted,
        PropertiesDefined,
        QueueReviewed,
        WebhookChange {}
