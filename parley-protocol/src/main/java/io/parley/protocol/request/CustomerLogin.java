package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.group.GroupId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The payload of a customer's login.
///
/// @param token with or without its scheme
public record CustomerLogin(
    String token,
    CustomerDetails customer,
    @Nullable String pageUrl,
    @Nullable String pageTitle,
    Map<String, String> customerSideStorage,
    boolean mobile,
    @Nullable GroupId groupId,
    @Nullable String referrer) {

  /// Reads a payload.
  ///
  /// @throws io.parley.protocol.InvalidRequest naming the field
  public static CustomerLogin of(ObjectNode payload) {
    return new CustomerLogin(
        payload.path("token").asText(),
        CustomerDetails.NONE,
        null,
        null,
        Map.of(),
        false,
        null,
        null);
  }
}
