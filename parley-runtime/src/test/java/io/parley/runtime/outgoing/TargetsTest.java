package io.parley.runtime.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.runtime.outgoing.Target.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
  private final List<String> asked = new ArrayList<>();

  @Test
  void shouldGiveTheNetworkAddressThatTheNameResolvesTo() {
    var target = open(guarded("93.184.216.34").find("https://shop.example/a%20b?c=d#e"));

    assertThat(target.address()).isEqualTo(InetAddress.ofLiteral("93.184.216.34"));
    assertThat(target.host()).isEqualTo("shop.example");
    assertThat(target.port()).isEqualTo(443);
    assertThat(target.isSecure()).isTrue();
    assertThat(target.pathAndQuery()).isEqualTo("/a%20b?c=d");
    assertThat(asked).containsExactly("shop.example");
  }

  @ParameterizedTest
  @CsvSource({
    "http://shop.example, 80, /",
    "HTTP://shop.example:8080/x, 8080, /x",
    "https://shop.example?q=1, 443, /?q=1"
  })
  void shouldFillInWhatAnAddressLeavesOut(String address, int port, String path) {
    var target = open(guarded("93.184.216.34").find(address));

    assertThat(target.port()).isEqualTo(port);
    assertThat(target.pathAndQuery()).isEqualTo(path);
  }

  @Test
  void shouldAskForALiteralOfVersionSixWithoutItsBrackets() {
    var target = open(guarded("2606:4700:4700::1111").find("http://[2606:4700:4700::1111]/"));

    assertThat(target.host()).isEqualTo("2606:4700:4700::1111");
    assertThat(asked).containsExactly("2606:4700:4700::1111");
  }

  @Test
  void shouldPassOverPrivateAddressesOfAHostThatHasAPublicOneToo() {
    var target = open(guarded("10.0.0.1", "93.184.216.34").find("https://shop.example/"));

    assertThat(target.address()).isEqualTo(InetAddress.ofLiteral("93.184.216.34"));
  }

  @Test
  void shouldCloseTheWayIntoPrivateNetworks() {
    assertThat(guarded("169.254.169.254", "::1").find("http://metadata.example/"))
        .isEqualTo(new Target.Closed(Reason.PRIVATE_NETWORK));
  }

  @Test
  void shouldOpenTheWayIntoPrivateNetworksWhereTheyAreAllowed() {
    var targets = new Targets(resolver("127.0.0.1"), true);

    assertThat(open(targets.find("http://localhost:1234/")).address().isLoopbackAddress()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://2130706433/", "http://0x7f.1/", "http://127.1/"})
  void shouldNotBeFooledByOddNotations(String address) {
    var targets = new Targets(host -> List.of(InetAddress.getAllByName(host)), false);

    assertThat(targets.find(address)).isInstanceOf(Target.Closed.class);
  }

  @Test
  void shouldSayThatAHostIsUnknown() {
    var targets =
        new Targets(
            host -> {
              throw new UnknownHostException(host);
            },
            true);

    assertThat(targets.find("http://nowhere.example/"))
        .isEqualTo(new Target.Closed(Reason.UNKNOWN_HOST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop.example",
        "/path",
        "ftp://shop.example/",
        "file:///etc/passwd",
        "http:///path",
        "http://",
        "http:shop.example",
        "http://shop.example:99999/",
        "http://shop.example:0/",
        "http://shop example/",
        "gopher://shop.example/",
        "mailto:a@shop.example"
      })
  void shouldRefuseWhatIsNoWebAddress(String address) {
    assertThat(guarded("93.184.216.34").find(address))
        .isEqualTo(new Target.Closed(Reason.NO_WEB_ADDRESS));
    assertThat(asked).isEmpty();
  }

  @Test
  void shouldRefuseCredentialsInAnAddress() {
    assertThat(guarded("93.184.216.34").find("http://shop.example@evil.example/"))
        .isEqualTo(new Target.Closed(Reason.WITH_CREDENTIALS));
  }

  private Targets guarded(String... literals) {
    return new Targets(resolver(literals), false);
  }

  private NameResolver resolver(String... literals) {
    return host -> {
      asked.add(host);
      return Arrays.stream(literals).map(InetAddress::ofLiteral).toList();
    };
  }

  private static Target.Open open(Target target) {
    assertThat(target).isInstanceOf(Target.Open.class);
    return (Target.Open) target;
  }
}
