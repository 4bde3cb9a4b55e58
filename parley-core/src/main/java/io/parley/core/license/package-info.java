/// The tenant: its identity, its settings, and [io.parley.core.license.License], the live state
/// that the license's single writer holds in memory.
///
/// Only `License.apply` writes that state; `decide` methods read it. Everything it holds is an
/// immutable record that is replaced whole, so a reader never sees half a change.
///
/// Sneak peeks are slowed down here too ([io.parley.core.license.SneakPeeks]), not in the gateway:
/// the pace is a chat's and not a connection's, and only the single writer knows for sure that
/// nothing is shown after the message was sent.
@NullMarked
package io.parley.core.license;

import org.jspecify.annotations.NullMarked;
