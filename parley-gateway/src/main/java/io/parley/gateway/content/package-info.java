/// What licenses show their customers beside chats: surveys, greetings and goals, as they are
/// provisioned.
///
/// [io.parley.gateway.content.LicenseContents] reads them and knows them for a moment; the rest
/// hands them to whoever answers, or has them looked for when visitors do something.
@NullMarked
package io.parley.gateway.content;

import org.jspecify.annotations.NullMarked;
