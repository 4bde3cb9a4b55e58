package io.parley.store.credential;

/// What who asked for a code must prove to know when exchanging it (PKCE, RFC 7636).
///
/// @param challenge made from the secret by the method
/// @param method `plain` or `S256`
public record ProofKey(String challenge, String method) {}
