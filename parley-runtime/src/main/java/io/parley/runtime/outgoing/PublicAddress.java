package io.parley.runtime.outgoing;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Tells public network addresses from all others, by IANA's registries of special purposes.
public final class PublicAddress {
  private static final List<AddressBlock> SPECIAL_OF_VERSION_4 =
      AddressBlock.all(
          // This network; private; behind a carrier's translation; loopback
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          // Link-local, where clouds keep their metadata; private; protocol assignments
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          // Documentation; relays of 6to4; private; measurements; documentation
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          // Multicast; reserved, with the broadcast address
          "224.0.0.0/4",
          "240.0.0.0/4");

  private static final AddressBlock UNICAST_OF_VERSION_6 = AddressBlock.of("2000::/3");

  private static final List<AddressBlock> SPECIAL_OF_VERSION_6 =
      AddressBlock.all(
          // Protocol assignments with Teredo; documentation
          "2001::/23", "2001:db8::/32", "3fff::/20");

  private static final AddressBlock SIX_TO_FOUR = AddressBlock.of("2002::/16");
  private static final AddressBlock TRANSLATED = AddressBlock.of("64:ff9b::/96");

  private PublicAddress() {}

  /// True if the address can be that of any machine on the Internet: not one of this machine, of
  /// its networks, or of no machine at all. Addresses of version 6 that stand for one of version 4
  /// are what that one is.
  public static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (!(address instanceof Inet6Address)) {
      return SPECIAL_OF_VERSION_4.stream().noneMatch(block -> block.contains(bytes));
    }
    if (TRANSLATED.contains(bytes)) {
      return isPublic(versionFour(bytes, 12));
    }
    if (SIX_TO_FOUR.contains(bytes)) {
      return isPublic(versionFour(bytes, 2));
    }
    return UNICAST_OF_VERSION_6.contains(bytes)
        && SPECIAL_OF_VERSION_6.stream().noneMatch(block -> block.contains(bytes));
  }

  private static InetAddress versionFour(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
