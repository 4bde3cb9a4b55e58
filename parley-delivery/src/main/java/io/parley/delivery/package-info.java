/// What happens after the commit: callers get their answers, and whoever is concerned gets pushes.
///
/// One thread, the delivery thread of [io.parley.delivery.FanOut], takes the committed batches in
/// their order. For each outcome it first calls the reply, then hands the pushes of its changes to
/// the sessions of the audience; a session that is added by a reply gets everything after it and
/// nothing before. Nothing here blocks: sessions queue what they are given and cut slow readers off
/// by themselves.
@NullMarked
package io.parley.delivery;

import org.jspecify.annotations.NullMarked;
