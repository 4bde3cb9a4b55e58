package io.parley.bench.load;

/// The server answered, but not with what was asked for: a load that meets this can't be measured.
public final class ServerRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// A refusal of some request.
  ///
  /// @param request what was asked, in a word
  /// @param answer what the server said
  public ServerRefusal(String request, String answer) {
    super(request + " was refused: " + answer);
  }
}
