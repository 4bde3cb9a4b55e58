package io.parley.bench.load;

/// What became of all messages of a run, warm-up included.
///
/// @param sent requests that were written to the server
/// @param answered successful responses
/// @param delivered pushes that reached the other side of the conversation
/// @param echoed pushes that reached the sender's own connection
/// @param refused error responses, and connections that the server closed
/// @param strays pushes of conversations that the receiving connection has no part in
/// @param disordered responses or pushes that came twice, or not in the order of sending
/// @param firstRefusal what the server said when it first refused, or the empty string
public record Tally(
    long sent,
    long answered,
    long delivered,
    long echoed,
    long refused,
    long strays,
    long disordered,
    String firstRefusal) {

  /// How many messages never got their response, or never reached one of the two sides.
  public long lost() {
    return sent - Math.min(answered, Math.min(delivered, echoed));
  }

  /// What went wrong.
  public Troubles troubles() {
    return new Troubles(lost(), refused, strays, disordered, firstRefusal);
  }

  /// Whether every message was answered and reached both sides once, in order, and nobody else.
  public boolean isClean() {
    return troubles().isNone();
  }
}
