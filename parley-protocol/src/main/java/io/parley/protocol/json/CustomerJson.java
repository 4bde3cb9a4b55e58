package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.chat.Membership;
import io.parley.core.customer.Customer;
import io.parley.core.user.CustomerId;
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
      writeMembers(json, viewer, customer);
    }
    UserJson.writePlace(json, member);
    json.writeEndObject();
  }

  /// Writes a customer outside of any chat. Agents are told whether the customer is banned.
  public static void writeUpdated(JsonGenerator json, Viewer viewer, Customer customer)
      throws IOException {
    json.writeStartObject();
    writeMembers(json, viewer, customer);
    if (!viewer.isCustomer()) {
      json.writeBooleanField("banned", customer.bannedUntil() != null);
    }
    json.writeEndObject();
  }

  /// Writes the member `fields`: an object with a member for each field.
  static void writeFields(JsonGenerator json, List<Customer.Field> fields) throws IOException {
    json.writeObjectFieldStart("fields");
    for (Customer.Field field : fields) {
      json.writeStringField(field.name(), field.value());
    }
    json.writeEndObject();
  }

  private static void writeMembers(JsonGenerator json, Viewer viewer, Customer customer)
      throws IOException {
    json.writeStringField("id", customer.id().value());
    json.writeStringField("type", "customer");
    UserJson.writeTextIfAny(json, "name", customer.name());
    UserJson.writeTextIfAny(json, "email", customer.email());
    UserJson.writeTextIfAny(json, "avatar", customer.avatar());
    if (!customer.fields().isEmpty()) {
      writeFields(json, customer.fields());
    }
    if (!viewer.isCustomer()) {
      writeHistory(json, customer);
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
    UserJson.writeTextIfAny(json, "referrer", visit.referrer());
    UserJson.writeTextIfAny(json, "ip", visit.ip());
    UserJson.writeTextIfAny(json, "user_agent", visit.userAgent());
    json.writeArrayFieldStart("last_pages");
    for (Customer.Page page : visit.lastPages()) {
      json.writeStartObject();
      Timestamps.writeField(json, "opened_at", page.openedAt());
      json.writeStringField("url", page.url());
      UserJson.writeTextIfAny(json, "title", page.title());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
