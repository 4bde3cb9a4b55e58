package io.parley.gateway.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/// The size of an image in pixels, as its head tells it.
///
/// @param width as stored: a picture that is to be turned is not turned yet
public record ImageSize(int width, int height) {
  private static final Map<String, String> FORMATS =
      Map.of("image/png", "png", "image/jpeg", "jpeg", "image/gif", "gif");
  private static final int LONGEST_SIDE = 30_000;
  private static final long MOST_PIXELS = 100_000_000;

  /// The size of an image of a type that is supported: PNG, JPEG and GIF. Reads no more than it
  /// needs, and decodes nothing.
  public static Optional<ImageSize> of(String contentType, InputStream content) {
    ImageReader reader = readerOrNull(contentType);
    if (reader == null) {
      return Optional.empty();
    }
    try (var stream = new MemoryCacheImageInputStream(content)) {
      return Optional.of(of(reader, stream));
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    } finally {
      reader.dispose();
    }
  }

  /// The size of the first image; the reader then stands on it.
  static ImageSize of(ImageReader reader, ImageInputStream stream) throws IOException {
    reader.setInput(stream);
    return new ImageSize(reader.getWidth(0), reader.getHeight(0));
  }

  /// A reader for images of a type, or null if the type is not supported.
  static @Nullable ImageReader readerOrNull(String contentType) {
    String format = FORMATS.get(contentType);
    if (format == null) {
      return null;
    }
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    return readers.hasNext() ? readers.next() : null;
  }

  /// False for an image that would take up too much memory or time.
  boolean isDecodable() {
    return width > 0
        && height > 0
        && width <= LONGEST_SIDE
        && height <= LONGEST_SIDE
        && (long) width * height <= MOST_PIXELS;
  }

  /// The size after a turn by 90 degrees.
  ImageSize turned() {
    return new ImageSize(/* width= */ height, /* height= */ width);
  }
}
