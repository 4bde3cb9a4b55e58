/// Bringing a chat to the right agent, and keeping it there.
///
/// [io.parley.core.routing.RoutingState] holds what the router knows: the
/// [io.parley.core.routing.Roster] of those who are logged in and the
/// [io.parley.core.routing.Queues] of chats without an agent. It belongs to the license, which
/// tells it of each change. Everything else here is pure: a [io.parley.core.routing.Round] names
/// the agent for a chat within one decision, [io.parley.core.routing.Vacancy],
/// [io.parley.core.routing.Departures] and [io.parley.core.routing.ThreadReview] say what becomes
/// of chats that lose their agent or see time pass, and [io.parley.core.routing.RouteWaitingChats]
/// gives chats that wait to whoever became free.
@NullMarked
package io.parley.core.routing;

import org.jspecify.annotations.NullMarked;
