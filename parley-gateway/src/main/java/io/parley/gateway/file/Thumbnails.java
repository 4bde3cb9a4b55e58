package io.parley.gateway.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import net.coobird.thumbnailator.Thumbnailator;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes small pictures of images, few at a time. An image is never in memory as a whole: of a
/// large one only every n-th pixel is decoded.
final class Thumbnails {
  private static final Logger log = LoggerFactory.getLogger(Thumbnails.class);
  private static final int SIDE = 300;
  private static final int SIDE_2X = 600;
  private static final String JPEG = "image/jpeg";

  private final Semaphore turns;

  /// @param atOnce how many images are decoded at the same time
  Thumbnails(int atOnce) {
    this.turns = new Semaphore(atOnce);
  }

  /// An image with its small pictures.
  ///
  /// @param size as it is shown
  /// @param extension of the small pictures' names
  record Made(ImageSize size, String extension, Path small, Path small2x) {}

  /// Makes the small pictures of a file, beside it. Empty if the file is no image, or one that
  /// can't be decoded. Blocks.
  Optional<Made> of(Path image, String contentType) {
    ImageReader reader = ImageSize.readerOrNull(contentType);
    if (reader == null) {
      return Optional.empty();
    }
    turns.acquireUninterruptibly();
    try {
      return made(reader, image, contentType);
    } catch (IOException | RuntimeException e) {
      log.debug("No thumbnails of an image of type {}", contentType, e);
      return Optional.empty();
    } finally {
      reader.dispose();
      turns.release();
    }
  }

  private static Optional<Made> made(ImageReader reader, Path image, String contentType)
      throws IOException {
    try (var stream = new FileImageInputStream(image.toFile())) {
      ImageSize stored = ImageSize.of(reader, stream);
      if (!stored.isDecodable()) {
        return Optional.empty();
      }
      Orientation orientation = JPEG.equals(contentType) ? orientation(reader) : null;
      BufferedImage decoded = upright(decoded(reader, stored), orientation);
      String extension = JPEG.equals(contentType) ? "jpg" : "png";
      Path small2x = beside(image, "2x");
      Path small = beside(image, "1x");
      write(scaled(decoded, SIDE_2X), extension, small2x);
      write(scaled(decoded, SIDE), extension, small);
      ImageSize shown = isTurned(orientation) ? stored.turned() : stored;
      return Optional.of(new Made(shown, extension, small, small2x));
    }
  }

  private static BufferedImage decoded(ImageReader reader, ImageSize size) throws IOException {
    ImageReadParam wanted = reader.getDefaultReadParam();
    int step = Math.max(1, Math.max(size.width(), size.height()) / (2 * SIDE_2X));
    step = Math.min(step, Math.min(size.width(), size.height()));
    wanted.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, wanted);
  }

  private static @Nullable Orientation orientation(ImageReader reader) {
    try {
      return ExifUtils.getExifOrientation(reader, 0);
    } catch (IOException | RuntimeException _) {
      return null;
    }
  }

  private static BufferedImage upright(BufferedImage image, @Nullable Orientation orientation) {
    return orientation == null || orientation == Orientation.TOP_LEFT
        ? image
        : ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
  }

  private static boolean isTurned(@Nullable Orientation orientation) {
    return orientation == Orientation.LEFT_TOP
        || orientation == Orientation.RIGHT_TOP
        || orientation == Orientation.RIGHT_BOTTOM
        || orientation == Orientation.LEFT_BOTTOM;
  }

  /// The image within a square, never enlarged.
  private static BufferedImage scaled(BufferedImage image, int side) {
    int longest = Math.max(image.getWidth(), image.getHeight());
    if (longest <= side) {
      return image;
    }
    double factor = (double) side / longest;
    return Thumbnailator.createThumbnail(
        image,
        Math.max(1, (int) Math.round(image.getWidth() * factor)),
        Math.max(1, (int) Math.round(image.getHeight() * factor)));
  }

  private static Path beside(Path image, String suffix) {
    return image.resolveSibling(image.getFileName() + "-" + suffix);
  }

  private static void write(BufferedImage image, String extension, Path path) throws IOException {
    BufferedImage written = extension.equals("jpg") ? opaque(image) : image;
    try (var out = Files.newOutputStream(path)) {
      if (!ImageIO.write(written, extension, out)) {
        throw new IOException("no writer of " + extension);
      }
    }
  }

  private static BufferedImage opaque(BufferedImage image) {
    var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = opaque.createGraphics();
    graphics.drawImage(image, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return opaque;
  }
}
