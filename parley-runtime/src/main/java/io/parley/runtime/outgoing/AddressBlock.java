package io.parley.runtime.outgoing;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Network addresses that begin with the same bits.
final class AddressBlock {
  private final byte[] first;
  private final int bits;

  private AddressBlock(byte[] first, int bits) {
    this.first = first;
    this.bits = bits;
  }

  /// Reads the usual notation, such as `10.0.0.0/8`.
  static AddressBlock of(String notation) {
    int slash = notation.indexOf('/');
    return new AddressBlock(
        InetAddress.ofLiteral(notation.substring(0, slash)).getAddress(),
        Integer.parseInt(notation.substring(slash + 1)));
  }

  static List<AddressBlock> all(String... notations) {
    return Arrays.stream(notations).map(AddressBlock::of).toList();
  }

  /// True for an address of the same version with these first bits.
  boolean contains(byte[] address) {
    if (address.length != first.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    if (!Arrays.equals(first, 0, whole, address, 0, whole)) {
      return false;
    }
    int rest = bits % Byte.SIZE;
    return rest == 0 || ((first[whole] ^ address[whole]) & 0xFF) >>> (Byte.SIZE - rest) == 0;
  }
}
