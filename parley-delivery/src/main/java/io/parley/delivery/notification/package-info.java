/// Tells agents' devices of what happens in their chats, where a sender is configured.
///
/// [io.parley.delivery.notification.Notifications] stands between the commit and the delivery,
/// hands everything on, and picks what devices are told: chats that come to their agent, and what
/// customers write in them. It blocks nobody: what is to be told waits in a bounded queue for a
/// thread of its own, and is dropped, never repeated, when nobody takes it.
@NullMarked
package io.parley.delivery.notification;

import org.jspecify.annotations.NullMarked;
