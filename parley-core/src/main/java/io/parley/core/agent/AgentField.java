package io.parley.core.agent;

/// What an agent's description may hold beside the name, the permission, the picture and the
/// status.
public enum AgentField {
  /// When the agent works.
  WORK_SCHEDULER,
  /// The groups that the agent is in.
  GROUPS,
  /// What the agent gets by e-mail.
  EMAIL_SUBSCRIPTIONS,
  /// The same under another name.
  SUMMARIES,
  /// What the agent's program calls attention to.
  NOTIFICATIONS,
  /// What the agent is.
  JOB_TITLE,
  /// How to reach the agent.
  MOBILE,
  /// How many chats the agent may have.
  MAX_CHATS_COUNT,
  /// Whether the agent's rights are withdrawn.
  SUSPENDED,
  /// Whether nobody has let the agent in yet.
  AWAITING_APPROVAL
}
