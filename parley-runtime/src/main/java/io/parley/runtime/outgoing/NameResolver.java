package io.parley.runtime.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Port: finds the network addresses of a host. Blocks. Usually `host ->
/// List.of(InetAddress.getAllByName(host))`.
@FunctionalInterface
public interface NameResolver {
  /// The addresses of a host, the best first; never empty.
  ///
  /// @param host a name, or a network address as text
  /// @throws UnknownHostException if it has none
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
