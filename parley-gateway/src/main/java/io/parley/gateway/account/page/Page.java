package io.parley.gateway.account.page;

/// A page to answer with.
///
/// @param html the whole document
/// @param contentSecurityPolicy what the browser may do for it, and nothing else
public record Page(String html, String contentSecurityPolicy) {}
