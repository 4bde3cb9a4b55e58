package io.parley.store.database;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The database can't be used. The message is one sentence on one line that tells a person what is
/// wrong and, where there is something to do, what to do; it never holds a secret.
public final class DatabaseUnavailable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /// With nothing behind it that would tell more.
  public DatabaseUnavailable(String message) {
    super(oneLine(message));
  }

  /// With the failure behind it, for the log.
  public DatabaseUnavailable(String message, @Nullable Throwable cause) {
    super(oneLine(message), cause);
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
