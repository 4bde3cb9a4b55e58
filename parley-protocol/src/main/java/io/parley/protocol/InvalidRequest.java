package io.parley.protocol;

/// A request that is not as the documentation says: becomes a `validation` error that names the
/// field.
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param field the path of the field in the payload, like `event.text`
  /// @param problem what is wrong with it, in a few words
  public InvalidRequest(String field, String problem) {
    super("`" + field + "`: " + problem, null, false, false);
  }
}
