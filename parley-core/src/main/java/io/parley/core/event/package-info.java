/// The six types of events, as they are asked for ([io.parley.core.event.NewEvent]) and as they are
/// kept ([io.parley.core.event.Event]).
@NullMarked
package io.parley.core.event;

import org.jspecify.annotations.NullMarked;
