package io.parley.gateway.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbnailsTest {
  private static final HexFormat HEX = HexFormat.of();

  private final Thumbnails thumbnails = new Thumbnails(1);

  @TempDir private Path directory;

  /// An image that is red on the left and blue on the right.
  private static byte[] image(String format, int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private Thumbnails.Made made(byte[] bytes, String contentType) throws IOException {
    return thumbnails.of(file(bytes), contentType).orElseThrow();
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("image"), bytes);
  }

  private static String size(Path image) throws IOException {
    BufferedImage read = ImageIO.read(image.toFile());
    return read.getWidth() + "x" + read.getHeight();
  }

  @ParameterizedTest
  @CsvSource({
    "jpeg, image/jpeg, 1200, 800, 300x200, 600x400, jpg",
    "png, image/png, 800, 1200, 200x300, 400x600, png",
    "gif, image/gif, 700, 700, 300x300, 600x600, png",
    "png, image/png, 40, 20, 40x20, 40x20, png",
    "png, image/png, 5000, 1, 300x1, 600x1, png",
    "jpeg, image/jpeg, 4000, 3000, 300x225, 600x450, jpg"
  })
  void shouldMakeSmallPictures(
      String format,
      String contentType,
      int width,
      int height,
      String small,
      String small2x,
      String extension)
      throws IOException {
    var made = made(image(format, width, height), contentType);

    assertThat(made.size()).isEqualTo(new ImageSize(width, height));
    assertThat(made.extension()).isEqualTo(extension);
    assertThat(size(made.small())).isEqualTo(small);
    assertThat(size(made.small2x())).isEqualTo(small2x);
  }

  @Test
  void shouldTurnPhotographsUpright() throws IOException {
    byte[] plain = image("jpeg", 400, 200);
    byte[] orientation =
        HEX.parseHex(
            "ffe10022457869660000"
                + "4d4d002a00000008"
                + "0001"
                + "0112000300000001"
                + "00060000"
                + "00000000");
    var turned = new ByteArrayOutputStream();
    int afterTheFirstSegment = 20;
    turned.write(plain, 0, afterTheFirstSegment);
    turned.writeBytes(orientation);
    turned.write(plain, afterTheFirstSegment, plain.length - afterTheFirstSegment);

    var made = made(turned.toByteArray(), "image/jpeg");

    assertThat(made.size()).isEqualTo(new ImageSize(200, 400));
    assertThat(size(made.small())).isEqualTo("150x300");
    BufferedImage small = ImageIO.read(made.small().toFile());
    assertThat(new Color(small.getRGB(75, 20)).getRed()).isGreaterThan(200);
    assertThat(new Color(small.getRGB(75, 280)).getBlue()).isGreaterThan(200);
  }

  @Test
  void shouldNotDecodeBombs() throws IOException {
    byte[] header = HEX.parseHex("89504e470d0a1a0a0000000d");
    var chunk =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(29_999)
            .putInt(29_999)
            .put(HEX.parseHex("0802000000"));
    var crc = new CRC32();
    crc.update(chunk.array());
    byte[] bomb =
        ByteBuffer.allocate(33).put(header).put(chunk.array()).putInt((int) crc.getValue()).array();

    assertThat(ImageSize.of("image/png", new ByteArrayInputStream(bomb)))
        .contains(new ImageSize(29_999, 29_999));
    assertThat(thumbnails.of(file(bomb), "image/png")).isEmpty();
  }

  @Test
  void shouldTakeWhatIsNoImageForNone() throws IOException {
    byte[] image = image("png", 100, 100);

    assertThat(thumbnails.of(file("no image".getBytes(StandardCharsets.UTF_8)), "image/png"))
        .isEmpty();
    assertThat(thumbnails.of(file(Arrays.copyOf(image, image.length / 2)), "image/png")).isEmpty();
    assertThat(thumbnails.of(file(image), "image/svg+xml")).isEmpty();
    assertThat(thumbnails.of(file(image), "image/gif")).isEmpty();
  }
}
