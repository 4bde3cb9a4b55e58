/// The program itself: commands, configuration, and the one place where all modules are put
/// together.
@NullMarked
package io.parley.server;

import org.jspecify.annotations.NullMarked;
