package io.parley.gateway.file;

import io.parley.core.ErrorType;
import io.parley.gateway.call.Answered;
import io.parley.protocol.InvalidRequest;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A form that brings a file, as the part `file` of a body of type `multipart/form-data`. The file
/// goes straight to the disk. Belongs to the event loop of its request.
public final class UploadForm {
  private static final Logger log = LoggerFactory.getLogger(UploadForm.class);

  /// What a form may hold beside the file.
  private static final long FORM_BYTES = 64L * 1024;

  /// How much of a body that nobody wants is read before the connection is closed.
  private static final long PATIENCE = 16L * 1024 * 1024;

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final Incoming incoming;
  private final String origin;
  private @Nullable Reader reader;
  private @Nullable Part part;
  private long bytes;
  private boolean over;

  /// Is told what comes of the form.
  public interface Reader {
    /// The whole body has come in.
    void ended();

    /// The file is on the disk; it is thrown away by [UploadForm#close] unless it was moved.
    void received(ReceivedFile file);

    /// There is no such file, or it is too large.
    void refused(Answered.Failure failure);
  }

  private record Part(HttpServerFileUpload upload, Path path, Future<Void> stored) {}

  /// Holds the body back until [#read].
  ///
  /// @param origin under which address the sender knows this server
  public UploadForm(Vertx vertx, HttpServerRequest request, Incoming incoming, String origin) {
    this.vertx = vertx;
    this.request = request;
    this.incoming = incoming;
    this.origin = origin;
    request.pause();
  }

  /// Lets the body in.
  public void read(Reader to) {
    reader = to;
    if (declaredBytes() > Incoming.MAX_BYTES + FORM_BYTES) {
      refuse(tooLarge());
      return;
    }
    try {
      request.setExpectMultipart(true);
    } catch (RuntimeException e) {
      log.debug("No form", e);
      refuse(noForm());
      return;
    }
    request.exceptionHandler(_ -> refuse(noForm()));
    request.uploadHandler(this::began);
    request.handler(this::count);
    request.endHandler(_ -> ended());
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    request.resume();
  }

  /// Throws away what came and is still to come. A form may be closed at any time, and again.
  public void close() {
    over = true;
    Part open = part;
    part = null;
    if (open != null) {
      open.upload().cancelStreamToFileSystem();
      vertx.fileSystem().delete(open.path().toString());
    }
    if (!request.isEnded()) {
      request.handler(this::count);
      request.resume();
    }
  }

  private long declaredBytes() {
    try {
      String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private void count(Buffer piece) {
    bytes += piece.length();
    if (!over && bytes > Incoming.MAX_BYTES + FORM_BYTES) {
      refuse(tooLarge());
    }
    if (over && bytes > PATIENCE) {
      request.connection().close();
    }
  }

  private void began(HttpServerFileUpload upload) {
    if (!over && part == null && "file".equals(upload.name())) {
      Path path = incoming.next();
      part = new Part(upload, path, upload.streamToFileSystem(path.toString()));
    }
  }

  private void ended() {
    if (over) {
      return;
    }
    if (reader != null) {
      reader.ended();
    }
    if (part == null) {
      refuse(Answered.failure(new InvalidRequest("file", "is required")));
    } else {
      Part whole = part;
      whole.stored().onComplete(result -> stored(whole, result));
    }
  }

  private void stored(Part whole, AsyncResult<Void> result) {
    if (over) {
      return;
    }
    if (result.failed()) {
      log.error("An uploaded file can't be stored", result.cause());
      refuse(Answered.failure(ErrorType.INTERNAL));
    } else if (whole.upload().size() > Incoming.MAX_BYTES) {
      refuse(tooLarge());
    } else if (whole.upload().size() == 0) {
      refuse(Answered.failure(new InvalidRequest("file", "must not be empty")));
    } else if (reader != null) {
      String filename = whole.upload().filename();
      reader.received(
          new ReceivedFile(
              whole.path(), filename == null ? "" : filename, whole.upload().size(), origin));
    }
  }

  private void refuse(Answered.Failure failure) {
    if (!over) {
      close();
      if (reader != null) {
        reader.refused(failure);
      }
    }
  }

  private static Answered.Failure tooLarge() {
    return Answered.failure(ErrorType.ENTITY_TOO_LARGE);
  }

  private static Answered.Failure noForm() {
    return Answered.failure(
        new InvalidRequest("file", "must be a part of a body of type multipart/form-data"));
  }
}
