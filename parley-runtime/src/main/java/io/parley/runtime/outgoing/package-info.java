/// Where requests of the server's own may go: webhooks, and pages whose details somebody asks for.
/// Their addresses come from strangers, and behind the server lie networks that are none of the
/// strangers' business.
///
/// The rule: the name in an address is resolved once ([io.parley.runtime.outgoing.Targets#find]),
/// the network address that comes out must be public, and the connection goes to that network
/// address and to no other. Who resolves the name again for the connection has checked nothing: the
/// second answer may differ from the first. The name itself still belongs into the header `Host`
/// and into TLS. Each redirect leads to a new address, which is found anew.
@NullMarked
package io.parley.runtime.outgoing;

import org.jspecify.annotations.NullMarked;
