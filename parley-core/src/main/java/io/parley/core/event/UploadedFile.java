package io.parley.core.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file that somebody uploaded.
///
/// @param body what an event says of it
/// @param expiresAt when it is gone unless an event uses it by then; null if one does
public record UploadedFile(EventBody.File body, @Nullable Instant expiresAt) {
  /// True if it can't be used any more.
  public boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}
