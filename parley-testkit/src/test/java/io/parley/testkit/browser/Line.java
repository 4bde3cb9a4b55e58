package io.parley.testkit.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A line to the server, at an address of its own, which can be cut and mended.
final class Line implements AutoCloseable {
  private final URI server;
  private final ServerSocket door;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile boolean isCut;

  private Line(URI server, ServerSocket door) {
    this.server = server;
    this.door = door;
  }

  static Line to(URI server) {
    try {
      var line = new Line(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().start(line::answer);
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /// Ends all connections; those that come now end at once.
  void cut() {
    isCut = true;
    ends.forEach(Line::end);
    ends.clear();
  }

  void mend() {
    isCut = false;
  }

  private void answer() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        if (isCut) {
          end(near);
          continue;
        }
        var far = new Socket(server.getHost(), server.getPort());
        ends.add(near);
        ends.add(far);
        Thread.ofVirtual().start(() -> pass(near, far));
        Thread.ofVirtual().start(() -> pass(far, near));
      } catch (IOException _) {
        // The door was closed, or the server is not there: the browser tries again.
      }
    }
  }

  /// Passes on what comes until one of both ends.
  private static void pass(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException _) {
      // One of both has ended, and so does the other.
    }
    end(from);
    end(to);
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    cut();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
