package io.parley.store.credential;

import java.time.Instant;
import java.util.Optional;

/// An access token that comes of an agent's grant, as stored.
///
/// @param sealedRefresh the refresh token that it was had with, for the eyes of who has this token
public record GrantedToken(
    TokenHash hash,
    AgentGrant grant,
    Instant createdAt,
    Instant expiresAt,
    Optional<SealedText> sealedRefresh) {}
