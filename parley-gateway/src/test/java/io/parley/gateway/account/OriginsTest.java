package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.ACME;
import static io.parley.gateway.account.AccountsServer.CLIENT;
import static io.parley.gateway.account.AccountsServer.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which websites, and how many browsers of one address, get customers' tokens.
class OriginsTest {
  private static final String BODY =
      "grant_type=cookie&client_id=" + CLIENT + "&license_id=" + ACME.licenseId();

  private final AccountsServer server =
      new AccountsServer(
          TestDatabase.emptied(),
          AccountsServer.QUICK.withAddresses(new AddressConfig(50, 3, false)));

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer ask(String... headers) {
    return server.post("/customer/token", BODY, headers);
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example,200",
    "https://SHOP.example,200",
    "https://evil.example,403",
    "http://shop.example,403",
    "null,403",
  })
  void shouldServeOnlyTheWebsitesThatTheLicenseNames(String origin, int status) {
    server.accounts.provisioning().putOrigins(ACME.licenseId(), Set.of("https://Shop.example"));

    Answer answer = ask("Origin", origin);

    assertThat(answer.status()).isEqualTo(status);
    if (status == 403) {
      assertThat(answer.text("error")).isEqualTo("access_denied");
      assertThat(answer.cookieLines()).isEmpty();
    }
  }

  @Test
  void shouldServeItsOwnPagesAndRequestsThatComeFromNone() {
    server.accounts.provisioning().putOrigins(ACME.licenseId(), Set.of(HOME));

    assertThat(ask().status()).isEqualTo(200);
    assertThat(ask("Origin", server.origin()).status()).isEqualTo(200);
  }

  @Test
  void shouldLimitTheTokensOfOneAddress() {
    for (int request = 0; request < 3; request++) {
      assertThat(ask().status()).isEqualTo(200);
    }

    Answer answer = ask();

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.text("error")).isEqualTo("temporarily_unavailable");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(ask("X-Forwarded-For", "spoofed, 203.0.113.1").status()).isEqualTo(200);
  }
}
