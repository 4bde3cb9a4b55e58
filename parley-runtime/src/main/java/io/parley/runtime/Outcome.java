package io.parley.runtime;

import java.util.List;

/// What became of one command.
///
/// @param changes in order; empty if the command was refused
public record Outcome(Cause cause, ReplyTo replyTo, Reply reply, List<Committed> changes) {}
