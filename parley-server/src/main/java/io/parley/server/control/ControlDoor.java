package io.parley.server.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's side: takes questions while it is open.
public final class ControlDoor implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ControlDoor.class);
  private static final int BACKLOG = 4;
  private static final int PATIENCE_MILLIS = 2_000;
  private static final int SECRET_BYTES = 32;

  private final Path data;
  private final ServerSocket socket;
  private final ControlFile file;
  private final Questions questions;

  private ControlDoor(Path data, ServerSocket socket, ControlFile file, Questions questions) {
    this.data = data;
    this.socket = socket;
    this.file = file;
    this.questions = questions;
  }

  /// Opens the door.
  ///
  /// @param data the directory that gets the file
  /// @throws IOException if there is no port, or the file can't be written
  public static ControlDoor open(Path data, RandomGenerator random, Questions questions)
      throws IOException {
    var socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    try {
      byte[] secret = new byte[SECRET_BYTES];
      random.nextBytes(secret);
      var file = new ControlFile(socket.getLocalPort(), HexFormat.of().formatHex(secret));
      file.write(data);
      var door = new ControlDoor(data, socket, file, questions);
      Thread.ofVirtual().name("control").start(door::serve);
      return door;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket visitor = socket.accept()) {
        visitor.setSoTimeout(PATIENCE_MILLIS);
        answer(visitor);
      } catch (IOException | RuntimeException e) {
        if (!socket.isClosed()) {
          log.debug("A question was not answered", e);
        }
      }
    }
  }

  private void answer(Socket visitor) throws IOException {
    var reader =
        new BufferedReader(
            new InputStreamReader(visitor.getInputStream(), StandardCharsets.UTF_8), 256);
    List<String> words = List.of(line(reader).split(" "));
    byte[] shown = words.getFirst().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(shown, file.secret().getBytes(StandardCharsets.UTF_8))) {
      return;
    }
    String answer;
    try {
      answer = ControlAnswer.GIVEN + questions.answer(words.subList(1, words.size()));
    } catch (IllegalArgumentException e) {
      answer = ControlAnswer.REFUSED + e.getMessage();
    }
    visitor.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
  }

  /// At most as much as a question may have; the rest is not read.
  private static String line(BufferedReader reader) throws IOException {
    var line = new StringBuilder();
    for (int c = reader.read(); c >= 0 && c != '\n' && line.length() < 512; c = reader.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  /// Takes no more questions.
  @Override
  public void close() {
    try {
      socket.close();
      if (ControlFile.read(data).filter(file::equals).isPresent()) {
        Files.deleteIfExists(ControlFile.in(data));
      }
    } catch (IOException e) {
      log.warn("{} could not be removed: {}", ControlFile.in(data), e.toString());
    }
  }
}
