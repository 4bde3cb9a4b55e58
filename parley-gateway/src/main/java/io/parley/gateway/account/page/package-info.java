/// The pages of the authorization server: what they show, and how that is written as HTML. Pure
/// functions; everything shown is escaped where it is filled in
/// ([io.parley.gateway.account.page.Pages]).
///
/// Each page comes with its Content-Security-Policy: no page may be framed, load anything, or run
/// anything but what its own text holds.
@NullMarked
package io.parley.gateway.account.page;

import org.jspecify.annotations.NullMarked;
