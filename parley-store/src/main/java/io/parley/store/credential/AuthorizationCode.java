package io.parley.store.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A code that an application exchanges for tokens, once.
///
/// @param redirectUri where the code was sent
/// @param proofKey null if the application asked for the code without one
/// @param usedAt null: not yet
public record AuthorizationCode(
    TokenHash hash,
    AgentGrant grant,
    String redirectUri,
    @Nullable ProofKey proofKey,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant usedAt) {}
