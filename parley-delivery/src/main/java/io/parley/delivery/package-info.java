/// What leaves after a commit: pushes to the sessions of their audience, webhooks with retries.
@NullMarked
package io.parley.delivery;

import org.jspecify.annotations.NullMarked;
