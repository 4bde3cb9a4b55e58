package io.parley.core.routing;

import io.parley.core.group.GroupId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where a chat stands in a queue.
///
/// @param groupId the group in whose queue the chat is furthest ahead
/// @param position from 1
/// @param since when its thread began
/// @param estimatedWait how long it will wait if agents go on taking chats as they did; empty while
///     nothing is known
public record QueuePlace(
    GroupId groupId, int position, Instant since, Optional<Duration> estimatedWait) {}
