package io.parley.core.customer;

import io.parley.core.chat.ChatId;
import io.parley.core.group.GroupId;
import io.parley.core.user.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer has reached a goal, which agents are told.
///
/// @param groupId whose agents are told
/// @param chatId the chat whose last thread it counts for; null for a customer who never chatted
public record GoalReached(
    CustomerId customerId,
    GroupId groupId,
    int goalId,
    String goalName,
    Instant at,
    @Nullable ChatId chatId)
    implements CustomerChange {}
