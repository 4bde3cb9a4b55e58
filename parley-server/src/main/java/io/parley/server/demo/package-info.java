/// The past of the demo's license: weeks of conversations, so that no list and no plot is empty.
///
/// They are not written into the database but had: the server runs on a clock that starts in the
/// past, agents and customers say their lines by the same commands as everybody, and when the
/// clock has come to the present, it becomes the real one.
@NullMarked
package io.parley.server.demo;

import org.jspecify.annotations.NullMarked;
