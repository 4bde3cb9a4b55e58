/// The library of tests over the wire: the production server under another configuration, clients
/// that speak to it as any other would, and a language for what people do in a test.
///
///     var server = ParleyServer.start();
///     var anna = server.agent("anna@example.com");
///     var carl = server.customer();
///     var chat = carl.startsChat("Hello");
///     anna.sees("incoming_chat_thread", chat);
///
/// A server has a database of its own in one PostgreSQL that all tests of a process share
/// ([SharedPostgres]). Its time runs as everywhere, and can be put forward
/// ([ParleyServer#passTime]). Waiting ends when what is waited for is there; nothing sleeps.
@NullMarked
package io.parley.testkit;

import org.jspecify.annotations.NullMarked;
