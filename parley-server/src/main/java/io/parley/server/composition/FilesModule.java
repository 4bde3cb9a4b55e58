package io.parley.server.composition;

import io.parley.gateway.call.ServerMethod;
import io.parley.gateway.file.DirectoryBlobs;
import io.parley.gateway.file.FileRoutes;
import io.parley.gateway.file.FileSweep;
import io.parley.gateway.file.Incoming;
import io.parley.gateway.file.UploadFile;
import io.parley.gateway.geolocation.Geolocator;
import io.parley.gateway.geolocation.MaxMindFile;
import io.parley.gateway.http.Routes;
import io.parley.gateway.page.GetUrlDetails;
import io.parley.protocol.method.Handling;
import io.parley.runtime.outgoing.Targets;
import io.parley.server.config.ServerConfig;
import io.parley.store.file.UploadedFiles;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Uploaded files, what pages say of themselves, and where connections come from.
final class FilesModule implements AutoCloseable {
  private final ClosingStack open = new ClosingStack();
  private final Incoming incoming;
  private final FileRoutes routes;
  private final Map<Handling.OfServer, ServerMethod> serverMethods;
  private final Geolocator geolocator;

  FilesModule(ServerConfig config, Surroundings surroundings, EdgeLoops loops, StoreModule store) {
    Path directory = config.data().toAbsolutePath().resolve("files");
    var clock = surroundings.clock();
    var ids = surroundings.ids();
    this.incoming =
        new Incoming(directory.resolve("incoming"), ids, publicUrl(config.files().publicUrl()));
    this.geolocator = geolocator(config.geolocation().database());
    prepare(surroundings);
    Vertx vertx = loops.vertx();
    ExecutorService blocking =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("files-", 0).factory());
    open.add(blocking::shutdown);
    var blobs = new DirectoryBlobs(directory);
    var files = new UploadedFiles(store.database().jdbi());
    this.routes = new FileRoutes(files, blobs, clock, blocking);
    open.add(new FileSweep(vertx, files, blobs, clock, blocking));
    var targets =
        new Targets(host -> List.of(InetAddress.getAllByName(host)), config.allowPrivateTargets());
    this.serverMethods =
        Map.of(
            Handling.OfServer.UPLOAD_FILE,
            new UploadFile(files, blobs, ids, clock),
            Handling.OfServer.GET_URL_DETAILS,
            open.add(new GetUrlDetails(vertx, targets)));
  }

  private void prepare(Surroundings surroundings) {
    try {
      incoming.prepare(surroundings.clock().instant());
    } catch (UncheckedIOException e) {
      open.close();
      throw new StartImpossible("Can't keep files in " + incoming.directory() + ": " + reason(e));
    }
  }

  private Geolocator geolocator(@Nullable Path database) {
    if (database == null) {
      return Geolocator.NONE;
    }
    try {
      return open.add(MaxMindFile.open(database));
    } catch (IOException e) {
      throw new StartImpossible("geolocation.database: " + e.getMessage());
    }
  }

  private static @Nullable String publicUrl(@Nullable String given) {
    if (given == null) {
      return null;
    }
    if (!given.matches("https?://[^/?#\\s]+/?")) {
      throw new StartImpossible(
          "files.public-url: must be an address of http or https without a path");
    }
    return given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
  }

  private static String reason(UncheckedIOException e) {
    Throwable cause = e.getCause();
    return cause == null ? "unknown" : cause.getClass().getSimpleName() + " " + cause.getMessage();
  }

  /// Where uploaded files come in.
  Incoming incoming() {
    return incoming;
  }

  /// The addresses of files.
  Routes routes() {
    return routes;
  }

  /// Upload File and Get URL Details.
  Map<Handling.OfServer, ServerMethod> serverMethods() {
    return serverMethods;
  }

  /// Where customers seem to be.
  Geolocator geolocator() {
    return geolocator;
  }

  @Override
  public void close() {
    open.close();
  }
}
