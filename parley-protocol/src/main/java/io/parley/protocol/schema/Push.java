package io.parley.protocol.schema;

import io.parley.protocol.Api;

/// A push of an RTM API.
///
/// @param api whose connections get it
/// @param name its action
/// @param summary one sentence
public record Push(Api api, String name, String summary, Shape payload) {}
