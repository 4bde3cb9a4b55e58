package io.parley.bench.load;

import java.net.URI;

/// An agent who logs in and leaves again: the smallest request that a license has to be awake for.
public final class Newcomer {
  private final FrontDoor door;

  /// To a server.
  public Newcomer(LoadLoop loop, URI server, Population population) {
    this.door = new FrontDoor(loop, server, population);
  }

  /// Logs in, waits for the answer, and is gone.
  ///
  /// @return seconds from connecting to the answer
  public double comeAndGo(int agent) {
    var begin = System.nanoTime();
    var dialogue = door.logInAgent(agent, _ -> {});
    var seconds = (System.nanoTime() - begin) / 1e9;
    dialogue.end();
    return seconds;
  }
}
