package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The payload of Get URL Details.
///
/// @param url of the form of a web address; whether it may be fetched is for who does it to say
public record UrlDetailsRequest(String url) {
  /// Reads a payload.
  ///
  /// @throws io.parley.protocol.InvalidRequest naming the field
  public static UrlDetailsRequest of(ObjectNode payload) {
    return new UrlDetailsRequest(Addresses.text(Fields.of(payload), "url"));
  }
}
