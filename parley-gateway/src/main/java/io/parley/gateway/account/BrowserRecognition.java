package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.core.user.CustomerId;
import io.parley.runtime.IdSource;
import io.parley.store.credential.BrowserIdentities;
import io.parley.store.credential.BrowserIdentity;
import io.parley.store.credential.TokenHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Says which customer is behind a browser. Blocks.
///
/// A browser keeps one secret for all licenses and websites, and is another customer in each
/// license. Anybody can write a page that asks for a token with the visitor's cookies; so the
/// browser is another customer, too, on each website that the application has not registered. Such
/// a page gets a token, but never that of the customer that the visitor is elsewhere.
final class BrowserRecognition {
  /// The website of all pages that belong to the license: those of registered addresses, the
  /// server's own, and requests that come from no page.
  private static final String OWN_SITE = "";

  private final BrowserIdentities identities;
  private final TokenMint mint;
  private final IdSource ids;
  private final InstantSource clock;

  /// A browser that was recognised, or has just been made known.
  ///
  /// @param secret what the browser is to keep; absent if nothing can be remembered of it
  record Recognised(CustomerId customerId, Optional<String> secret) {}

  BrowserRecognition(
      BrowserIdentities identities, TokenMint mint, IdSource ids, InstantSource clock) {
    this.identities = identities;
    this.mint = mint;
    this.ids = ids;
    this.clock = clock;
  }

  Recognised recognise(LicenseId licenseId, RedirectUris registered, Browser browser) {
    if (browser.isOpaque()) {
      return new Recognised(new CustomerId(ids.nextUuid()), Optional.empty());
    }
    List<BrowserIdentity> known = provenIdentities(browser);
    String site = site(registered, browser);
    String secret = known.isEmpty() ? mint.secret() : browser.secret().orElseThrow();
    BrowserIdentity identity =
        known.stream()
            .filter(each -> each.licenseId().equals(licenseId))
            .filter(each -> each.site().equals(site) || isSaidByNoPage(browser, each))
            .findFirst()
            .orElseGet(() -> stranger(licenseId, secret, site));
    BrowserIdentity remembered = identities.remember(identity, clock.instant());
    return new Recognised(remembered.customerId(), Optional.of(secret));
  }

  private BrowserIdentity stranger(LicenseId licenseId, String secret, String site) {
    return new BrowserIdentity(
        licenseId, TokenHash.of(secret), site, new CustomerId(ids.nextUuid()));
  }

  /// Everyone that the browser is, if its secret goes with the customer that it says it is.
  private List<BrowserIdentity> provenIdentities(Browser browser) {
    if (browser.secret().isEmpty() || browser.customerId().isEmpty()) {
      return List.of();
    }
    String claimed = browser.customerId().get();
    List<BrowserIdentity> known = identities.find(TokenHash.of(browser.secret().get()));
    return known.stream().anyMatch(each -> isEqual(each.customerId().value(), claimed))
        ? known
        : List.of();
  }

  /// A request that no page made can't have been made behind the visitor's back: it is who it says.
  private static boolean isSaidByNoPage(Browser browser, BrowserIdentity identity) {
    return browser.origin().isEmpty()
        && browser.customerId().filter(identity.customerId().value()::equals).isPresent();
  }

  private static String site(RedirectUris registered, Browser browser) {
    return browser
        .origin()
        .map(origin -> origin.toLowerCase(Locale.ROOT))
        .filter(origin -> !origin.equals(browser.ownOrigin()) && !registered.coverOrigin(origin))
        .orElse(OWN_SITE);
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
