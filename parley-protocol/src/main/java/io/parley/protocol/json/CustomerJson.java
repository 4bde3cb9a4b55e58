package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.chat.Membership;
import io.parley.core.customer.Customer;
import io.parley.core.query.Answer;
import io.parley.core.user.CustomerId;
import io.parley.protocol.Api;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Customers. Agents get all that is known, customers only what their document shows.
public final class CustomerJson {
  private CustomerJson() {}

  /// Writes a customer as a user of a chat.
  ///
  /// @param customer null if the profile is not at hand
  static void writeMember(
      JsonGenerator json,
      Viewer viewer,
      CustomerId customerId,
      @Nullable Customer customer,
      Membership member)
      throws IOException {
    json.writeStartObject();
    if (customer == null) {
      json.writeStringField("id", customerId.value());
      json.writeStringField("type", "customer");
    } else {
      writeMembers(json, viewer.api(), withoutActivity(customer));
    }
    UserJson.writePlace(json, member);
    json.writeEndObject();
  }

  /// Writes a customer outside of any chat.
  public static void write(JsonGenerator json, Api reader, Answer.CustomerActivity customer)
      throws IOException {
    json.writeStartObject();
    writeMembers(json, reader, customer);
    json.writeEndObject();
  }

  /// Writes a customer outside of any chat, of whose activity nothing is at hand.
  public static void write(JsonGenerator json, Api reader, Customer customer) throws IOException {
    write(json, reader, withoutActivity(customer));
  }

  /// Writes the members of a customer outside of any chat.
  public static void writeMembers(JsonGenerator json, Api reader, Customer customer)
      throws IOException {
    writeMembers(json, reader, withoutActivity(customer));
  }

  /// Writes the members of a customer whose data changed. Agents are told whether the customer is
  /// banned.
  public static void writeUpdatedMembers(JsonGenerator json, Api reader, Customer customer)
      throws IOException {
    writeMembers(json, reader, customer);
    if (reader != Api.CUSTOMER) {
      json.writeBooleanField("banned", customer.bannedUntil() != null);
    }
  }

  private static Answer.CustomerActivity withoutActivity(Customer customer) {
    return new Answer.CustomerActivity(customer, null, null);
  }

  /// Writes the member `fields`: an object with a member for each field.
  static void writeFields(JsonGenerator json, List<Customer.Field> fields) throws IOException {
    json.writeObjectFieldStart("fields");
    for (Customer.Field field : fields) {
      json.writeStringField(field.name(), field.value());
    }
    json.writeEndObject();
  }

  private static void writeMembers(JsonGenerator json, Api reader, Answer.CustomerActivity activity)
      throws IOException {
    Customer customer = activity.customer();
    json.writeStringField("id", customer.id().value());
    json.writeStringField("type", "customer");
    OptionalMember.write(json, "name", customer.name());
    OptionalMember.write(json, "email", customer.email());
    OptionalMember.write(json, "avatar", customer.avatar());
    if (!customer.fields().isEmpty()) {
      writeFields(json, customer.fields());
    }
    if (reader != Api.CUSTOMER) {
      writeHistory(json, customer);
      OptionalMember.write(json, "agent_last_event_created_at", activity.agentLastEventAt());
      OptionalMember.write(json, "customer_last_event_created_at", activity.customerLastEventAt());
    }
  }

  private static void writeHistory(JsonGenerator json, Customer customer) throws IOException {
    Customer.LastVisit visit = customer.lastVisit();
    if (visit != null) {
      json.writeFieldName("last_visit");
      writeVisit(json, visit);
    }
    json.writeObjectFieldStart("statistics");
    json.writeNumberField("chats_count", customer.statistics().chats());
    json.writeNumberField("threads_count", customer.statistics().threads());
    json.writeNumberField("visits_count", customer.statistics().visits());
    json.writeEndObject();
    Timestamps.writeField(json, "created_at", customer.createdAt());
  }

  private static void writeVisit(JsonGenerator json, Customer.LastVisit visit) throws IOException {
    json.writeStartObject();
    Timestamps.writeField(json, "started_at", visit.startedAt());
    OptionalMember.write(json, "referrer", visit.referrer());
    OptionalMember.write(json, "ip", visit.ip());
    OptionalMember.write(json, "user_agent", visit.userAgent());
    GeolocationJson.writeFieldIfAny(json, visit.geolocation(), false);
    json.writeArrayFieldStart("last_pages");
    for (Customer.Page page : visit.lastPages()) {
      json.writeStartObject();
      Timestamps.writeField(json, "opened_at", page.openedAt());
      json.writeStringField("url", page.url());
      OptionalMember.write(json, "title", page.title());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
