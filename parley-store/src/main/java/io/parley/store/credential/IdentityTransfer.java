package io.parley.store.credential;

import io.parley.core.license.LicenseId;
import io.parley.core.user.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer's identity on its way to another device.
///
/// @param clientId the application that may take it
/// @param proofKey null if it was asked for without one
/// @param usedAt null: not yet
public record IdentityTransfer(
    TokenHash hash,
    LicenseId licenseId,
    String clientId,
    CustomerId customerId,
    @Nullable ProofKey proofKey,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant usedAt) {}
