package io.parley.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1,,false,192.0.2.1",
    // A proxy on this machine is believed, and of what it says the last.
    "127.0.0.1,203.0.113.9,false,203.0.113.9",
    "::1,203.0.113.9,false,203.0.113.9",
    "127.0.0.1,'1.2.3.4, 203.0.113.9',false,203.0.113.9",
    "127.0.0.1,nonsense,false,127.0.0.1",
    "127.0.0.1,,false,127.0.0.1",
    // One elsewhere only if it is configured so.
    "192.0.2.1,203.0.113.9,false,192.0.2.1",
    "192.0.2.1,203.0.113.9,true,203.0.113.9",
    // A household has a whole network of version 6.
    "2001:db8:1:2:3:4:5:6,,false,20010db800010002::/64",
    "2001:db8:1:2::7,,false,20010db800010002::/64",
    "127.0.0.1,2001:db8:1:2::7,false,20010db800010002::/64",
    "::ffff:192.0.2.1,,false,192.0.2.1",
  })
  void shouldSayFromWhereARequestComes(
      String peer, String forwarded, boolean trusted, String address) {
    assertThat(ClientAddress.of(peer, forwarded, trusted)).isEqualTo(address);
  }
}
