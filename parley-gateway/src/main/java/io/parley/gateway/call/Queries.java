package io.parley.gateway.call;

import io.parley.core.license.LicenseView;
import io.parley.core.query.Answer;
import io.parley.core.query.Query;

/// Port: answers queries about what is kept. Blocks.
@FunctionalInterface
public interface Queries {
  /// Answers, showing the caller nothing that the caller may not see.
  Answer answer(LicenseView view, Query query);
}
