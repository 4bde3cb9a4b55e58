/// What pages say of themselves: title, description and picture of an address that a customer wants
/// to send. The addresses are strangers', so every request, each redirect's included, goes only
/// where [io.parley.runtime.outgoing.Targets] lets it, and within limits of time and size.
@NullMarked
package io.parley.gateway.page;

import org.jspecify.annotations.NullMarked;
