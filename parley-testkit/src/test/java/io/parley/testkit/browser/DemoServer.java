package io.parley.testkit.browser;

import io.parley.testkit.ParleyProcess;
import io.parley.testkit.SharedPostgres;
import io.parley.testkit.WebClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/// `parley demo` as a process that can be killed and started again at the same address.
final class DemoServer implements AutoCloseable {
  private final Map<String, String> environment =
      Map.of("PARLEY_DATABASE_URL", SharedPostgres.newDatabase());
  private final Path data;
  private final int port = freePort();
  private ParleyProcess process;
  private URI address;

  private DemoServer(Path data) {
    this.data = data;
    this.process = run();
    this.address = process.awaitReady();
  }

  static DemoServer start(Path data) {
    return new DemoServer(data);
  }

  private ParleyProcess run() {
    return ParleyProcess.run(
        environment,
        "demo",
        "--empty",
        "--port",
        Integer.toString(port),
        "--data",
        data.toString());
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return address;
  }

  /// The Web API.
  WebClient web() {
    return new WebClient(address);
  }

  /// Kills it without a warning.
  void kill() {
    process.kill();
    process.awaitEnd();
  }

  void startAgain() {
    process.close();
    process = run();
    address = process.awaitReady();
  }

  @Override
  public void close() {
    process.close();
  }
}
