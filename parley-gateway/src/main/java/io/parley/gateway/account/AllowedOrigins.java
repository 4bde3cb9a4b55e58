package io.parley.gateway.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parley.core.license.LicenseId;
import io.parley.store.credential.LicenseOrigins;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/// The websites whose pages may ask for a license's customers' tokens, if the license has named
/// any. Keeps other websites from showing its widget; requests that come from no page pass. Blocks.
final class AllowedOrigins {
  private static final Duration KNOWN = Duration.ofSeconds(1);
  private static final int MOST_KNOWN = 10_000;

  private final LicenseOrigins store;
  private final Cache<LicenseId, Set<String>> originsByLicense =
      Caffeine.newBuilder().expireAfterWrite(KNOWN).maximumSize(MOST_KNOWN).build();

  AllowedOrigins(LicenseOrigins store) {
    this.store = store;
  }

  Attempt<Tenant> checked(Tenant tenant, Browser browser) {
    Set<String> allowed = originsByLicense.get(tenant.licenseId(), store::of);
    boolean fits =
        allowed.isEmpty()
            || browser.origin().isEmpty()
            || browser.origin().filter(browser.ownOrigin()::equals).isPresent()
            || allowed.contains(browser.origin().get().toLowerCase(Locale.ROOT));
    return fits
        ? Attempt.passed(tenant)
        : Attempt.failed(
            OAuthError.Code.ACCESS_DENIED, "The license serves no pages of this website");
  }
}
