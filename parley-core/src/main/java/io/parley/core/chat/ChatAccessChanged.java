package io.parley.core.chat;

import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;

/// Other groups have access to a chat, and to its active thread.
///
/// @param given the groups that were named
/// @param result all groups that have access now
public record ChatAccessChanged(
    ChatId chatId, AccessOperation operation, Access given, Access result) implements ChatChange {}
