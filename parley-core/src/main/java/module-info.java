/// The domain of Parley: chats between agents and customers, as pure code.
///
/// Nothing in this module reads a clock, draws a random number, opens a socket or starts a thread.
module io.parley.core {
  requires static transitive org.jspecify;

  exports io.parley.core;
  exports io.parley.core.access;
  exports io.parley.core.agent;
  exports io.parley.core.bot;
  exports io.parley.core.chat;
  exports io.parley.core.content;
  exports io.parley.core.customer;
  exports io.parley.core.event;
  exports io.parley.core.group;
  exports io.parley.core.license;
  exports io.parley.core.property;
  exports io.parley.core.query;
  exports io.parley.core.routing;
  exports io.parley.core.user;
  exports io.parley.core.webhook;
}
