/// The devices that agents have said want to be told of their chats.
///
///     push_device  (license_id, agent_id, token_hash)  token, platform, and whether it still wants
///
/// The journal writes it; whoever notifies reads it here.
@NullMarked
package io.parley.store.notification;

import org.jspecify.annotations.NullMarked;
