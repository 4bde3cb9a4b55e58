package io.parley.core.chat;

import io.parley.core.Context;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.event.EventBody;
import io.parley.core.event.FileAddress;
import io.parley.core.event.NewEvent;
import io.parley.core.event.UploadedFile;
import io.parley.core.license.License;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What events of type `file` have in common, wherever they come from: each names a file by its
/// URL, which must lead to one that was uploaded to the license, and says then what is known of the
/// file, with the URL that the upload was answered with.
final class SentFiles {
  private SentFiles() {}

  /// The files that the events name. Nearly all events name none.
  static List<Need> needs(List<NewEvent> events) {
    var needs = new ArrayList<Need>(0);
    for (NewEvent event : events) {
      if (event.body() instanceof EventBody.File file) {
        FileAddress.ofUrl(file.url())
            .ifPresent(address -> needs.add(new Need.OfFile(address.fileId())));
      }
    }
    return needs;
  }

  /// Why an event can't be sent.
  ///
  /// @param field the event's path in the request
  static Optional<Rejection> objection(
      License license, Context context, String field, NewEvent event) {
    return event.body() instanceof EventBody.File file && uploaded(license, context, file) == null
        ? Optional.of(
            new Rejection.InvalidField(
                field + ".url", "is not the address of an uploaded file, or the file has expired"))
        : Optional.empty();
  }

  /// The event with what is known of its file, if it has one. There must be no objection.
  static NewEvent known(License license, Context context, NewEvent event) {
    if (!(event.body() instanceof EventBody.File file)) {
      return event;
    }
    UploadedFile uploaded = uploaded(license, context, file);
    return uploaded == null ? event : event.with(uploaded.body());
  }

  private static @Nullable UploadedFile uploaded(
      License license, Context context, EventBody.File file) {
    return FileAddress.ofUrl(file.url())
        .filter(address -> address.licenseId().equals(license.profile().id()))
        .map(address -> context.fileOrNull(address.fileId()))
        .filter(uploaded -> !uploaded.isExpired(context.now()))
        .orElse(null);
  }
}
