/// Agents, people and bots alike: who they are, whether they are connected, whether they accept
/// chats, and the commands by which that changes.
@NullMarked
package io.parley.core.agent;

import org.jspecify.annotations.NullMarked;
