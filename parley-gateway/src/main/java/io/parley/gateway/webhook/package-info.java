/// What the Configuration API tells of webhooks beyond what the license knows itself: how their
/// deliveries go. The deliveries stand behind a port.
@NullMarked
package io.parley.gateway.webhook;

import org.jspecify.annotations.NullMarked;
