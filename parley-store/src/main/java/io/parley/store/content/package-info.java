/// What a license shows to its customers beside chats: forms, greetings and goals.
///
///     license_content  (license_id, kind)  a JSON list of all items of that kind
///
/// No part of the live state: provisioning writes it, and whoever serves it reads it.
@NullMarked
package io.parley.store.content;

import org.jspecify.annotations.NullMarked;
