/// Bots: agents that are programs. Each belongs to the application that made it, which alone acts
/// through it.
@NullMarked
package io.parley.core.bot;

import org.jspecify.annotations.NullMarked;
