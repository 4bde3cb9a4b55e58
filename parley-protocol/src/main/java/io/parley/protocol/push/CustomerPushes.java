package io.parley.protocol.push;

import static io.parley.protocol.push.PushRenderer.push;

import io.parley.core.customer.Customer;
import io.parley.core.customer.Customer.LastVisit;
import io.parley.core.customer.CustomerAccessChanged;
import io.parley.core.customer.CustomerBanned;
import io.parley.core.customer.CustomerChange;
import io.parley.core.customer.CustomerConnected;
import io.parley.core.customer.CustomerDisconnected;
import io.parley.core.customer.CustomerRegistered;
import io.parley.core.customer.CustomerUpdated;
import io.parley.core.customer.GoalReached;
import io.parley.core.customer.GreetingAwaited;
import io.parley.core.customer.GreetingShown;
import io.parley.core.customer.PageViewed;
import io.parley.core.customer.SideStorageUpdated;
import io.parley.core.customer.VisitEnded;
import io.parley.core.customer.VisitStarted;
import io.parley.protocol.json.CustomerJson;
import io.parley.protocol.json.GeolocationJson;
import io.parley.protocol.json.GreetingJson;
import io.parley.protocol.json.OptionalMember;
import io.parley.protocol.json.Timestamps;
import io.parley.protocol.json.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What happens to customers. They themselves learn of their data, their pages and what they are to
/// keep; the rest is for agents.
final class CustomerPushes {
  private CustomerPushes() {}

  static List<Push> of(Viewer viewer, CustomerChange change) {
    return switch (change) {
      case CustomerUpdated updated -> updated(viewer, updated.customer());
      case PageViewed viewed ->
          viewer.isCustomer() ? pageForCustomer(viewed) : pageForAgents(viewed);
      case SideStorageUpdated updated -> viewer.isCustomer() ? sideStorage(updated) : List.of();
      case CustomerRegistered registered ->
          viewer.isCustomer() ? List.of() : created(viewer, registered.customer());
      case CustomerBanned banned -> viewer.isCustomer() ? List.of() : banned(banned);
      case VisitStarted started -> viewer.isCustomer() ? List.of() : visitStarted(started);
      case VisitEnded ended -> viewer.isCustomer() ? List.of() : visitEnded(ended);
      case CustomerAccessChanged changed ->
          viewer.isCustomer()
              ? List.of()
              : ChatPushes.accessChanged(
                  "customer", changed.customerId().value(), changed.operation(), changed.given());
      case GoalReached reached -> viewer.isCustomer() ? List.of() : goalReached(reached);
      case GreetingShown shown -> viewer.isCustomer() ? greetingShown(viewer, shown) : List.of();
      case CustomerConnected _, CustomerDisconnected _, GreetingAwaited _ -> List.of();
    };
  }

  private static List<Push> created(Viewer viewer, Customer customer) {
    return push(
        "customer_created",
        json -> {
          json.writeFieldName("customer");
          CustomerJson.write(json, viewer.api(), customer);
        });
  }

  /// Agents get the customer twice: under `customer`, and as the documentation of 2019 has it,
  /// unwrapped.
  private static List<Push> updated(Viewer viewer, Customer customer) {
    return push(
        "customer_updated",
        json -> {
          json.writeObjectFieldStart("customer");
          CustomerJson.writeUpdatedMembers(json, viewer.api(), customer);
          json.writeEndObject();
          if (!viewer.isCustomer()) {
            CustomerJson.writeUpdatedMembers(json, viewer.api(), customer);
          }
        });
  }

  private static List<Push> banned(CustomerBanned banned) {
    return push(
        "customer_banned",
        json -> {
          json.writeStringField("customer_id", banned.customerId().value());
          json.writeObjectFieldStart("ban");
          json.writeNumberField("days", banned.days());
          json.writeEndObject();
        });
  }

  private static List<Push> visitStarted(VisitStarted started) {
    LastVisit visit = started.customer().lastVisit();
    return visit == null
        ? List.of()
        : push(
            "customer_visit_started",
            json -> {
              json.writeStringField("customer_id", started.customerId().value());
              json.writeNumberField("visit_id", visit.id());
              Timestamps.writeField(json, "started_at", visit.startedAt());
              OptionalMember.write(json, "ip", visit.ip());
              OptionalMember.write(json, "user_agent", visit.userAgent());
              GeolocationJson.writeFieldIfAny(json, visit.geolocation(), true);
            });
  }

  private static List<Push> visitEnded(VisitEnded ended) {
    LastVisit visit = ended.customer().lastVisit();
    @Nullable Instant end = visit == null ? null : visit.endedAt();
    return visit == null || end == null
        ? List.of()
        : push(
            "customer_visit_ended",
            json -> {
              json.writeStringField("customer_id", ended.customerId().value());
              json.writeNumberField("visit_id", visit.id());
              Timestamps.writeField(json, "ended_at", end);
            });
  }

  /// The documentation says that agents are told, and not how: as a multicast of the system.
  private static List<Push> goalReached(GoalReached reached) {
    return push(
        "incoming_multicast",
        json -> {
          json.writeObjectFieldStart("content");
          json.writeStringField("name", "goal_reached");
          json.writeStringField("customer_id", reached.customerId().value());
          json.writeObjectFieldStart("goal");
          json.writeNumberField("id", reached.goalId());
          json.writeStringField("name", reached.goalName());
          json.writeEndObject();
          json.writeEndObject();
          json.writeStringField("type", "goal_reached");
        });
  }

  /// Version 3.1 has greetings in the answer to a login only. One that is due later comes as a
  /// multicast of the system.
  private static List<Push> greetingShown(Viewer viewer, GreetingShown shown) {
    return push(
        "incoming_multicast",
        json -> {
          json.writeObjectFieldStart("content");
          json.writeStringField("name", "greeting");
          GreetingJson.writeField(json, viewer, shown.greeting());
          json.writeEndObject();
          json.writeStringField("type", "greeting");
        });
  }

  private static List<Push> pageForAgents(PageViewed viewed) {
    Customer.Page page = viewed.page();
    LastVisit visit = viewed.customer().lastVisit();
    return push(
        "customer_page_updated",
        json -> {
          json.writeStringField("customer_id", viewed.customerId().value());
          if (visit != null) {
            json.writeNumberField("visit_id", visit.id());
          }
          Timestamps.writeField(json, "opened_at", page.openedAt());
          json.writeStringField("url", page.url());
          OptionalMember.write(json, "title", page.title());
          OptionalMember.write(json, "referrer", visit == null ? null : visit.referrer());
        });
  }

  private static List<Push> pageForCustomer(PageViewed viewed) {
    Customer.Page page = viewed.page();
    return push(
        "customer_page_updated",
        json -> {
          json.writeStringField("url", page.url());
          OptionalMember.write(json, "title", page.title());
          json.writeNumberField("timestamp", page.openedAt().getEpochSecond());
        });
  }

  private static List<Push> sideStorage(SideStorageUpdated updated) {
    return push(
        "customer_side_storage_updated",
        json -> {
          json.writeObjectFieldStart("customer_side_storage");
          for (Map.Entry<String, String> entry : new TreeMap<>(updated.storage()).entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
          }
          json.writeEndObject();
        });
  }
}
