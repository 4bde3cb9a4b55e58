package io.parley.store.embedded;

import io.parley.store.database.DatabaseUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/// Where the ports come from on which PostgreSQL is tried.
@FunctionalInterface
interface Ports {

  /// The next port to try.
  int next();

  /// Free ports below those that systems give to outgoing connections, so that none of these can
  /// sit on PostgreSQL's port while it restarts.
  static Ports from(RandomGenerator random) {
    return () -> {
      for (int tries = 0; tries < 1_000; tries++) {
        int port = random.nextInt(20_000, 32_000);
        if (isFree(port)) {
          return port;
        }
      }
      throw new DatabaseUnavailable("no port is free for the embedded PostgreSQL");
    };
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
