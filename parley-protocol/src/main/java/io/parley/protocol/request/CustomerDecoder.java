package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.customer.BanCustomer;
import io.parley.core.customer.CreateCustomer;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.customer.UpdateCustomer;
import io.parley.core.customer.UpdateCustomerPage;
import io.parley.core.query.Query;
import io.parley.core.user.Caller;
import io.parley.protocol.method.Call;
import java.util.List;
import java.util.stream.Stream;

/// Reads the requests about one customer.
public final class CustomerDecoder {
  private static final int MAX_DAYS = 36_500;

  private CustomerDecoder() {}

  /// Create Customer.
  public static Command create(ObjectNode payload, Call call) {
    return new CreateCustomer(ChatDecoder.agent(call), details(Fields.of(payload)));
  }

  /// Update Customer, by an agent.
  public static Command update(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new UpdateCustomer(
        call.caller(), Ids.customer(request, "customer_id"), someDetails(request));
  }

  /// Update Customer, by the customer.
  public static Command updateOneself(ObjectNode payload, Call call) {
    Caller.ByCustomer customer = customer(call);
    return new UpdateCustomer(customer, customer.id(), someDetails(Fields.of(payload)));
  }

  /// Set Customer Fields.
  public static Command setFields(ObjectNode payload, Call call) {
    Caller.ByCustomer customer = customer(call);
    Fields request = Fields.of(payload);
    request.object("fields");
    return new UpdateCustomer(
        customer,
        customer.id(),
        new CustomerDetails(null, null, null, customFields(request, "fields")));
  }

  /// Update Customer Page.
  public static Command updatePage(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new UpdateCustomerPage(
        customer(call),
        request.text("url", Text.ADDRESS),
        request.filledTextOrNull("title", Text.CONTENT));
  }

  /// Ban Customer.
  public static Command ban(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new BanCustomer(
        ChatDecoder.agent(call),
        Ids.customer(request, "customer_id"),
        request.object("ban").integer("days", 1, MAX_DAYS));
  }

  /// Get Customer: of customers, who get themselves.
  public static Query oneself(ObjectNode payload, Call call) {
    Caller.ByCustomer customer = customer(call);
    return new Query.OneCustomer(customer, customer.id());
  }

  /// What a request says about a customer. An empty value says nothing: forms send them.
  static CustomerDetails details(Fields customer) {
    return new CustomerDetails(
        customer.filledTextOrNull("name", Text.PERSON),
        Addresses.emailOrNull(customer, "email"),
        Addresses.textOrNull(customer, "avatar"),
        customFields(customer, "fields"));
  }

  private static CustomerDetails someDetails(Fields request) {
    if (Stream.of("name", "email", "avatar", "fields").noneMatch(request::has)) {
      throw request.invalid("must have one of name, email, avatar, fields");
    }
    return details(request);
  }

  /// The integration's own values: at most 100, none if they are absent.
  static List<Customer.Field> customFields(Fields of, String member) {
    return MapDecoder.read(of, member, Text.VALUE).entrySet().stream()
        .map(field -> new Customer.Field(field.getKey(), field.getValue()))
        .toList();
  }

  private static Caller.ByCustomer customer(Call call) {
    if (call.caller() instanceof Caller.ByCustomer customer) {
      return customer;
    }
    throw new IllegalStateException("only customers call this method");
  }
}
