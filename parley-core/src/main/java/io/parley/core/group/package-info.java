/// Groups of agents. Group 0 always exists and holds every agent.
@NullMarked
package io.parley.core.group;

import org.jspecify.annotations.NullMarked;
