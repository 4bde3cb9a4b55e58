package io.parley.runtime;

import io.parley.core.Audience;
import io.parley.core.Change;

/// A change with its number in the license and with who is told of it.
public record Committed(long seq, Change change, Audience audience) {}
