/// Payloads of requests as commands and queries.
///
/// The public classes are what the rows of the catalogue name; each of their methods reads one
/// method's payload. They share [io.parley.protocol.request.Fields], which reads one JSON object
/// and knows its path, and [io.parley.protocol.request.Text], which lists what the strings may
/// hold. Everything that they refuse is an [io.parley.protocol.InvalidRequest] that names the
/// member. What only the state can tell, such as whether a chat exists, is for the commands to
/// refuse.
@NullMarked
package io.parley.protocol.request;

import org.jspecify.annotations.NullMarked;
