package io.parley.protocol.schema;

/// A member of an object.
///
/// @param alias true for another spelling of what is documented: it is read, and no example shows
///     it
/// @param meaning what it says, for who reads about it
public record Member(String name, Shape shape, boolean required, boolean alias, String meaning) {

  /// A member that must be there.
  public static Member required(String name, Shape shape, String meaning) {
    return new Member(name, shape, true, false, meaning);
  }

  /// A member that may be left out.
  public static Member optional(String name, Shape shape, String meaning) {
    return new Member(name, shape, false, false, meaning);
  }

  /// A member that may be left out and better is.
  public static Member alias(String name, Shape shape, String meaning) {
    return new Member(name, shape, false, true, meaning);
  }
}
