package io.parley.core.chat;

import io.parley.core.user.AgentId;

/// An agent follows a chat no more.
public record ChatUnfollowed(ChatId chatId, AgentId agentId) implements ChatChange {}
