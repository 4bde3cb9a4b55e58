package io.parley.server.control;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The asking side: the server that runs on a data directory.
public final class RunningServer {
  private static final int PATIENCE_MILLIS = 20_000;

  private final ControlFile file;

  private RunningServer(ControlFile file) {
    this.file = file;
  }

  /// Finds it.
  ///
  /// @throws NotRunning if there is none, or it may not be asked
  public static RunningServer on(Path data) {
    try {
      return new RunningServer(
          ControlFile.read(data)
              .orElseThrow(() -> new NotRunning("no server runs on the data directory " + data)));
    } catch (IOException e) {
      throw new NotRunning(ControlFile.in(data) + " can't be read: " + e.getMessage());
    }
  }

  /// Asks. Blocks.
  ///
  /// @throws NotRunning if nobody answers, or with an explanation why there is no answer
  public String ask(List<String> words) {
    String answer;
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), file.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String question = file.secret() + " " + String.join(" ", words) + "\n";
      socket.getOutputStream().write(question.getBytes(StandardCharsets.UTF_8));
      answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new NotRunning("the server does not answer: " + e.getMessage());
    }
    if (answer.startsWith(ControlAnswer.REFUSED)) {
      throw new NotRunning(answer.substring(1));
    }
    if (!answer.startsWith(ControlAnswer.GIVEN)) {
      throw new NotRunning("the server does not answer");
    }
    return answer.substring(1);
  }
}
