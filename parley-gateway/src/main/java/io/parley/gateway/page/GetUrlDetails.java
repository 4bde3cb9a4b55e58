package io.parley.gateway.page;

import io.parley.core.ErrorType;
import io.parley.gateway.call.Answered;
import io.parley.gateway.call.Request;
import io.parley.gateway.call.ServerMethod;
import io.parley.gateway.file.ImageSize;
import io.parley.protocol.InvalidRequest;
import io.parley.protocol.method.Call;
import io.parley.protocol.request.UrlDetailsRequest;
import io.parley.protocol.response.ServerAnswers;
import io.parley.runtime.outgoing.Targets;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/// Says what a page says of itself (Get URL Details).
public final class GetUrlDetails implements ServerMethod, AutoCloseable {
  private static final Duration PAGE_PATIENCE = Duration.ofSeconds(8);
  private static final Duration IMAGE_PATIENCE = Duration.ofSeconds(4);
  private static final int PAGE_BYTES = 512 * 1024;
  private static final int IMAGE_BYTES = 256 * 1024;
  private static final int AT_ONCE = 64;
  private static final String IMAGES = "image/png,image/jpeg,image/gif;q=0.9,image/*;q=0.5";
  private static final String PAGES = "text/html,application/xhtml+xml," + IMAGES;
  private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

  private final Fetcher fetcher;
  private final Semaphore turns = new Semaphore(AT_ONCE);

  /// @param targets says where requests may go
  public GetUrlDetails(Vertx vertx, Targets targets) {
    this.fetcher = new Fetcher(vertx, targets);
  }

  @Override
  public Answered answer(Request request, Call call) {
    String url = UrlDetailsRequest.of(request.payload()).url();
    if (!turns.tryAcquire()) {
      return Answered.failure(ErrorType.TOO_MANY_REQUESTS);
    }
    try {
      PageDetails details = details(url);
      return new Answered.Success(
          ServerAnswers.urlDetails(
              new ServerAnswers.UrlDetails(
                  url,
                  details.title(),
                  details.description(),
                  details.imageUrl(),
                  details.imageWidth(),
                  details.imageHeight())));
    } finally {
      turns.release();
    }
  }

  private PageDetails details(String url) {
    return switch (fetcher.fetch(url, PAGES, PAGE_BYTES, PAGE_PATIENCE)) {
      case Fetched.Failed(String problem) -> throw new InvalidRequest("url", problem);
      case Fetched.Content content when HTML.contains(content.contentType()) ->
          measured(PageDetails.of(content.bytes().getBytes(), content.charset(), content.uri()));
      case Fetched.Content content when content.contentType().startsWith("image/") -> {
        PageDetails image = PageDetails.ofImage(content.uri().toString());
        yield measured(image, content).orElse(image);
      }
      case Fetched.Content _ -> PageDetails.NONE;
    };
  }

  private PageDetails measured(PageDetails details) {
    String image = details.imageUrl();
    if (image == null || !details.needsImageSize()) {
      return details;
    }
    return fetcher.fetch(image, IMAGES, IMAGE_BYTES, IMAGE_PATIENCE)
            instanceof Fetched.Content content
        ? measured(details, content).orElse(details)
        : details;
  }

  private static Optional<PageDetails> measured(PageDetails details, Fetched.Content image) {
    return ImageSize.of(image.contentType(), new ByteArrayInputStream(image.bytes().getBytes()))
        .map(size -> details.withImageSize(size.width(), size.height()));
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
