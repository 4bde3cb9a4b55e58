package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.CustomerId;

/// Who the customer behind a browser is, at one place.
///
/// @param secretHash of the secret that the browser keeps
/// @param site the origin of the website that asked; empty for the license's own
public record BrowserIdentity(
    LicenseId licenseId, TokenHash secretHash, String site, CustomerId customerId) {}
