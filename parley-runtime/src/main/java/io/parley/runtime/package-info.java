/// The single writer of a license: it takes commands in one order, decides them with the core, and
/// lets nothing out before the commit.
@NullMarked
package io.parley.runtime;

import org.jspecify.annotations.NullMarked;
