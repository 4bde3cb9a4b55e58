package io.parley.core;

/// A JSON value that the domain carries without looking inside, as its text.
///
/// @param text one well-formed JSON value
public record Json(String text) {}
