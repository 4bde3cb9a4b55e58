package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.group.GroupId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The payload of a customer's login.
///
/// @param token with or without its scheme
/// @param customerSideStorage what the server asked the client to keep
/// @param groupId the group that the customer is going to talk to, if given
/// @param referrer the page that led to the website
public record CustomerLogin(
    String token,
    CustomerDetails customer,
    @Nullable String pageUrl,
    @Nullable String pageTitle,
    Map<String, String> customerSideStorage,
    boolean mobile,
    @Nullable GroupId groupId,
    @Nullable String referrer) {
  /// Makes the map unmodifiable.
  public CustomerLogin {
    customerSideStorage = Map.copyOf(customerSideStorage);
  }

  /// Reads a payload.
  ///
  /// @throws io.parley.protocol.InvalidRequest naming the field
  public static CustomerLogin of(ObjectNode payload) {
    Fields login = Fields.of(payload);
    Fields page = login.objectOrNull("customer_page");
    Fields customer = login.objectOrNull("customer");
    return new CustomerLogin(
        login.text("token", Text.TOKEN),
        customer == null ? CustomerDetails.NONE : CustomerDecoder.details(customer),
        page == null ? null : page.filledTextOrNull("url", Text.ADDRESS_OR_EMPTY),
        page == null ? null : page.filledTextOrNull("title", Text.CONTENT),
        MapDecoder.read(login, "customer_side_storage", Text.CONTENT),
        login.flagOrFalse("is_mobile"),
        login.has("group_id") ? Ids.group(login, "group_id") : null,
        login.filledTextOrNull("referrer", Text.ADDRESS_OR_EMPTY));
  }

  @Override
  public String toString() {
    return "CustomerLogin[pageUrl=" + pageUrl + "]";
  }
}
