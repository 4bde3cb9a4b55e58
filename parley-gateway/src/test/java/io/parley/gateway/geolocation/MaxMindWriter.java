package io.parley.gateway.geolocation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Writes a file in MaxMind's format that knows one block of addresses of version 4: a tree with
/// one node for each bit of the block, then the record, then the metadata.
final class MaxMindWriter {
  private static final int SEPARATOR_BYTES = 16;
  private static final byte[] METADATA_MARK =
      new byte[] {
        (byte) 0xAB, (byte) 0xCD, (byte) 0xEF, 'M', 'a', 'x', 'M', 'i', 'n', 'd', '.', 'c', 'o', 'm'
      };

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private MaxMindWriter() {}

  static Path write(Path path, String firstAddress, int bits, Map<String, Object> found)
      throws IOException {
    var writer = new MaxMindWriter();
    writer.tree(InetAddress.ofLiteral(firstAddress).getAddress(), bits);
    writer.out.writeBytes(new byte[SEPARATOR_BYTES]);
    writer.value(found);
    writer.out.writeBytes(METADATA_MARK);
    writer.value(
        Map.of(
            "node_count",
            new Unsigned(6, bits),
            "record_size",
            new Unsigned(5, 24),
            "ip_version",
            new Unsigned(5, 4),
            "database_type",
            "Test-City",
            "languages",
            List.of("en"),
            "binary_format_major_version",
            new Unsigned(5, 2),
            "binary_format_minor_version",
            new Unsigned(5, 0),
            "build_epoch",
            new Unsigned(9, 1_700_000_000),
            "description",
            Map.of("en", "Test")));
    return Files.write(path, writer.out.toByteArray());
  }

  /// A number of one of the format's unsigned types.
  private record Unsigned(int type, long value) {}

  private void tree(byte[] address, int bits) {
    for (int bit = 0; bit < bits; bit++) {
      int next = bit + 1 < bits ? bit + 1 : bits + SEPARATOR_BYTES;
      boolean one = (address[bit / 8] >> (7 - bit % 8) & 1) == 1;
      bytes(one ? bits : next, 3);
      bytes(one ? next : bits, 3);
    }
  }

  private void value(Object value) {
    switch (value) {
      case String text -> {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        control(2, utf8.length);
        out.writeBytes(utf8);
      }
      case Double number -> {
        control(3, 8);
        bytes(Double.doubleToLongBits(number), 8);
      }
      case Unsigned(int type, long number) -> {
        control(type, 4);
        bytes(number, 4);
      }
      case List<?> list -> {
        control(11, list.size());
        list.forEach(this::value);
      }
      case Map<?, ?> map -> {
        control(7, map.size());
        map.forEach(
            (key, member) -> {
              value(key);
              value(member);
            });
      }
      default -> throw new IllegalArgumentException(value.toString());
    }
  }

  private void control(int type, int size) {
    if (size >= 29) {
      throw new IllegalArgumentException("too long for a test");
    }
    if (type <= 7) {
      out.write(type << 5 | size);
    } else {
      out.write(size);
      out.write(type - 7);
    }
  }

  private void bytes(long number, int count) {
    for (int shift = (count - 1) * 8; shift >= 0; shift -= 8) {
      out.write((int) (number >> shift));
    }
  }
}
