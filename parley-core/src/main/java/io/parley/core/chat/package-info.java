/// Chats, their threads and their users: state, commands with their rules, and changes.
///
/// A chat lives for ever; its threads come one after another, at most one of them active, and only
/// the last can be. Events always go to the active thread, unless a caller asks for the last one.
@NullMarked
package io.parley.core.chat;

import org.jspecify.annotations.NullMarked;
