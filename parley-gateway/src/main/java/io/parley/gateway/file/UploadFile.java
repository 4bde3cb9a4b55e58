package io.parley.gateway.file;

import io.parley.core.ErrorType;
import io.parley.core.event.EventBody;
import io.parley.core.event.FileAddress;
import io.parley.core.event.FileId;
import io.parley.core.event.UploadedFile;
import io.parley.core.license.LicenseId;
import io.parley.core.user.Caller;
import io.parley.core.user.UserId;
import io.parley.gateway.call.Answered;
import io.parley.gateway.call.Request;
import io.parley.gateway.call.ServerMethod;
import io.parley.protocol.method.Call;
import io.parley.protocol.response.ServerAnswers;
import io.parley.runtime.IdSource;
import io.parley.store.file.UploadedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps a file that a form brought, for a day unless an event uses it by then (Upload File).
public final class UploadFile implements ServerMethod {
  /// How long a file is kept that no event uses.
  static final Duration TEMPORARY = Duration.ofHours(24);

  /// How much a customer may have uploaded without using it: anyone can be a customer.
  private static final long UNUSED_BYTES_OF_CUSTOMER = 20 * Incoming.MAX_BYTES;

  private static final int IMAGES_AT_ONCE = 2;

  private final UploadedFiles files;
  private final Blobs blobs;
  private final IdSource ids;
  private final InstantSource clock;
  private final Thumbnails thumbnails = new Thumbnails(IMAGES_AT_ONCE);

  /// @param ids must be such that nobody can guess them
  public UploadFile(UploadedFiles files, Blobs blobs, IdSource ids, InstantSource clock) {
    this.files = files;
    this.blobs = blobs;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Answered answer(Request request, Call call) {
    ReceivedFile received = ReceivedFile.of(request.payload());
    LicenseId licenseId = request.grant().licenseId();
    UserId uploader = request.grant().holder().id();
    if (call.caller() instanceof Caller.ByCustomer
        && files.temporaryBytes(licenseId, uploader) + received.size() > UNUSED_BYTES_OF_CUSTOMER) {
      return Answered.failure(
          ErrorType.LIMIT_REACHED, "Too many uploaded files that no event uses yet");
    }
    try {
      String url = keep(licenseId, uploader, received);
      return new Answered.Success(ServerAnswers.uploaded(url));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String keep(LicenseId licenseId, UserId uploader, ReceivedFile received)
      throws IOException {
    String name = FileName.safe(received.filename());
    String contentType = ContentType.of(received.path(), name);
    var key = new UploadedFiles.Key(licenseId, new FileId(ids.nextUuid().replace("-", "")));
    Optional<Thumbnails.Made> made = thumbnails.of(received.path(), contentType);
    try {
      EventBody.File body = body(key, received, name, contentType, made.orElse(null));
      var file = new UploadedFile(body, clock.instant().plus(TEMPORARY));
      files.add(key, file, uploader, clock.instant());
      if (made.isPresent()) {
        blobs.keep(key, Blobs.Part.THUMBNAIL, made.get().small());
        blobs.keep(key, Blobs.Part.THUMBNAIL_2X, made.get().small2x());
      }
      blobs.keep(key, Blobs.Part.ORIGINAL, received.path());
      return body.url();
    } finally {
      if (made.isPresent()) {
        Files.deleteIfExists(made.get().small());
        Files.deleteIfExists(made.get().small2x());
      }
    }
  }

  private static EventBody.File body(
      UploadedFiles.Key key,
      ReceivedFile received,
      String name,
      String contentType,
      Thumbnails.@Nullable Made made) {
    EventBody.Image image = null;
    if (made != null) {
      String picture = FileName.stem(name) + "." + made.extension();
      image =
          new EventBody.Image(
              made.size().width(),
              made.size().height(),
              url(key, received, "thumbnail-" + picture),
              url(key, received, "thumbnail2x-" + picture));
    }
    return new EventBody.File(name, url(key, received, name), contentType, received.size(), image);
  }

  private static String url(UploadedFiles.Key key, ReceivedFile received, String name) {
    return received.origin() + new FileAddress(key.licenseId(), key.fileId(), name).path();
  }
}
