/// The bot of the demo's shop: it greets whoever begins a chat, answers what it knows, and fetches
/// a person for the rest.
///
/// It is a client like any other, although it runs in the server's process: it is made and acts by
/// the public Web APIs alone, with a token of its application, and is told of what happens by its
/// webhooks ([io.parley.server.demo.bot.BotDoor]). What it says is a function of what was said to
/// it ([io.parley.server.demo.bot.Talk]). It keeps nothing on disk: after a restart it knows its
/// chats no longer, but answers in them as before.
@NullMarked
package io.parley.server.demo.bot;

import org.jspecify.annotations.NullMarked;
