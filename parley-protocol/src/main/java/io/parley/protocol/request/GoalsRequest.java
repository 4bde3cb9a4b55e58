package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.customer.Customer;
import io.parley.core.group.GroupId;
import java.util.List;

/// The payload of Check Goals.
///
/// @param pageUrl the page that the customer looks at
/// @param customerFields what is known of the customer
public record GoalsRequest(GroupId groupId, String pageUrl, List<Customer.Field> customerFields) {
  /// Makes the list unmodifiable.
  public GoalsRequest {
    customerFields = List.copyOf(customerFields);
  }

  /// Reads a payload.
  ///
  /// @throws io.parley.protocol.InvalidRequest naming the field
  public static GoalsRequest of(ObjectNode payload) {
    Fields request = Fields.of(payload);
    request.object("customer_fields");
    return new GoalsRequest(
        Ids.group(request, "group_id"),
        request.text("page_url", Text.ADDRESS),
        CustomerDecoder.customFields(request, "customer_fields"));
  }
}
