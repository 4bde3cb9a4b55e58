package io.parley.store.journal;

import java.io.Serial;
import java.sql.SQLException;

/// Something could not be read from the database.
public final class StoreUnavailable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  StoreUnavailable(SQLException cause) {
    super(cause);
  }
}
