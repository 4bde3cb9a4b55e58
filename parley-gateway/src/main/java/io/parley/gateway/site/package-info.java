/// The pages of the Agent App, the Chat Widget and the demo, served from the class path.
///
/// What pages load lies under `/assets/<version>/`, where the version is a hash of all files
/// together: such an address never changes its content, so browsers keep it for a year and a new
/// release is seen at once. The pages themselves and `widget.js` are asked for again each time, by
/// their `ETag`.
///
/// Everything is read once, at the first request, and kept in memory, compressed as well.
@NullMarked
package io.parley.gateway.site;

import org.jspecify.annotations.NullMarked;
