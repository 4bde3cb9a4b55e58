package io.parley.protocol.response;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.Result;
import io.parley.core.agent.Agent;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.chat.ChatId;
import io.parley.core.customer.Customer;
import io.parley.core.event.EventId;
import io.parley.core.group.GroupId;
import io.parley.core.license.LicenseView;
import io.parley.core.query.Answer;
import io.parley.core.query.Query;
import io.parley.core.routing.GroupStatus;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import io.parley.protocol.Api;
import io.parley.protocol.Payload;
import io.parley.protocol.json.AgentJson;
import io.parley.protocol.json.ChatJson;
import io.parley.protocol.json.ChatSummaryJson;
import io.parley.protocol.json.CustomerJson;
import io.parley.protocol.json.DynamicConfigJson;
import io.parley.protocol.json.GroupJson;
import io.parley.protocol.json.LicenseJson;
import io.parley.protocol.json.Viewer;
import io.parley.protocol.method.Call;
import io.parley.protocol.method.Method;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/// Turns results of commands and answers to queries into payloads of responses.
public final class ResponseRenderer {
  /// The payload for the result of a command; never called with that of a login, nor with
  /// webhooks.
  public Payload result(Call call, Method method, Result result) {
    return switch (result) {
      case Result.Done _, Result.Viewed _, Result.RoutingExplained _ -> Payload.EMPTY;
      case Result.ChatStarted(var chatId, var threadId, var eventIds) ->
          object(
              json -> {
                json.writeStringField("chat_id", chatId.value());
                json.writeStringField("thread_id", threadId.value());
                writeEventIds(json, eventIds);
              });
      case Result.ChatActivated(var threadId, var eventIds) ->
          object(
              json -> {
                json.writeStringField("thread_id", threadId.value());
                writeEventIds(json, eventIds);
              });
      case Result.ChatFollowed(var chatId) -> followed(call, chatId);
      case Result.ChatUnfollowed(var chatId) -> followed(call, chatId);
      case Result.EventSent(var eventId) ->
          object(json -> json.writeStringField("event_id", eventId.value()));
      case Result.CustomerRegistered(var customer) ->
          object(json -> json.writeStringField("customer_id", customer.id().value()));
      case Result.CustomerUpdated(var customer) -> customerUpdated(call, method, customer);
      case Result.AgentPredicted(var agent) -> predictedAgent(agent);
      case Result.GroupStatuses(var statuses) -> groupStatuses(statuses);
      case Result.OfConfiguration configuration ->
          ConfigurationPayloads.of(call.version(), configuration);
      case Result.WebhookRegistered(var webhookId) ->
          object(json -> json.writeStringField("webhook_id", webhookId.value()));
      case Result.WebhooksListed _ ->
          throw new IllegalArgumentException("webhooks are answered with their deliveries");
      case Result.AgentLoggedIn _, Result.CustomerLoggedIn _ ->
          throw new IllegalArgumentException("a login is answered with the user's chats");
    };
  }

  /// The payload for the answer to a query; never called with a refusal.
  public Payload answer(Call call, Query query, Answer answer, LicenseView view) {
    Viewer viewer = viewer(call, view);
    UserId reader = reader(call);
    return switch (answer) {
      case Answer.Refused _ -> throw new IllegalArgumentException("a refusal is an error");
      case Answer.Chats chats -> ListPayloads.chats(viewer, reader, query, chats);
      case Answer.Threads threads -> ListPayloads.threads(viewer, threads);
      case Answer.Archives archives -> ListPayloads.archives(viewer, reader, query, archives);
      case Answer.Customers customers -> ListPayloads.customers(viewer, customers);
      case Answer.OneCustomer(var customer) ->
          json -> CustomerJson.write(json, viewer.api(), customer);
      case Answer.ChatWithThreads chat ->
          object(
              json -> {
                json.writeFieldName("chat");
                ChatJson.writeWithThreads(json, viewer, chat, reader);
              });
    };
  }

  /// The payload for an agent's login.
  ///
  /// @param chats the agent's chats, as for Get Chats Summary
  public Payload agentLogin(Call call, Result.AgentLoggedIn login, Answer.Chats chats) {
    Viewer viewer = viewer(call, withStatus(login));
    return object(
        json -> {
          json.writeFieldName("license");
          LicenseJson.write(json, login.license().profile());
          json.writeFieldName("my_profile");
          AgentJson.writeMyProfile(json, login.agent(), login.routingStatus());
          ChatSummaryJson.writeAll(
              json, viewer, chats.chats(), chats.customers(), login.agent().id());
        });
  }

  /// The payload for a customer's login.
  ///
  /// @param chats the customer's chats, as for Get Chats Summary
  public Payload customerLogin(Call call, Result.CustomerLoggedIn login, Answer.Chats chats) {
    Viewer viewer = viewer(call, login.license());
    Set<ChatId> unread = unread(chats);
    return object(
        json -> {
          json.writeStringField("customer_id", login.customer().id().value());
          json.writeBooleanField("has_active_thread", !login.activeChats().isEmpty());
          json.writeArrayFieldStart("chats");
          for (ChatId chatId : login.chats()) {
            json.writeStartObject();
            json.writeStringField("chat_id", chatId.value());
            json.writeBooleanField("has_unread_events", unread.contains(chatId));
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeFieldName("__priv_dynamic_config");
          DynamicConfigJson.write(json, viewer, login, chats);
        });
  }

  /// The customer. Agents get the data twice: as the documentation has it, and under `customer`,
  /// where an SDK of that version reads it. Setting fields is not answered.
  private static Payload customerUpdated(Call call, Method method, Customer customer) {
    if (method.name().equals("set_customer_fields")) {
      return Payload.EMPTY;
    }
    Api reader = reader(call) instanceof CustomerId ? Api.CUSTOMER : Api.AGENT;
    return object(
        json -> {
          CustomerJson.writeMembers(json, reader, customer);
          if (reader != Api.CUSTOMER) {
            json.writeFieldName("customer");
            CustomerJson.write(json, reader, customer);
          }
        });
  }

  /// The chat's id, over RTM only: so it is documented, for following in 2019.
  private static Payload followed(Call call, ChatId chatId) {
    return call.connectionId() == null
        ? Payload.EMPTY
        : object(json -> json.writeStringField("chat_id", chatId.value()));
  }

  /// The agent, and once more under `agent` as in 2019.
  private static Payload predictedAgent(Agent agent) {
    return object(
        json -> {
          AgentJson.writePublicMembers(json, agent);
          json.writeObjectFieldStart("agent");
          AgentJson.writePublicMembers(json, agent);
          json.writeEndObject();
        });
  }

  private static Payload groupStatuses(SortedMap<GroupId, GroupStatus> statuses) {
    return object(
        json -> {
          json.writeObjectFieldStart("groups_status");
          for (Map.Entry<GroupId, GroupStatus> status : statuses.entrySet()) {
            json.writeStringField(status.getKey().toString(), GroupJson.name(status.getValue()));
          }
          json.writeEndObject();
        });
  }

  private static Set<ChatId> unread(Answer.Chats chats) {
    var unread = new HashSet<ChatId>();
    for (Answer.ChatSummary summary : chats.chats()) {
      if (summary.unreadEvents()) {
        unread.add(summary.chat().id());
      }
    }
    return unread;
  }

  /// The license with the agent logged in: its picture was taken a moment before.
  private static LicenseView withStatus(Result.AgentLoggedIn login) {
    LicenseView view = login.license();
    AgentId agentId = login.agent().id();
    if (view.routingStatusOf(agentId) == login.routingStatus()) {
      return view;
    }
    var statuses = new HashMap<AgentId, RoutingStatus>(view.routingStatuses());
    statuses.put(agentId, login.routingStatus());
    return new LicenseView(
        view.profile(),
        view.groups(),
        view.agents(),
        statuses,
        view.propertyDefinitions(),
        view.formerAgents());
  }

  private static void writeEventIds(JsonGenerator json, List<EventId> eventIds) throws IOException {
    if (!eventIds.isEmpty()) {
      json.writeArrayFieldStart("event_ids");
      for (EventId eventId : eventIds) {
        json.writeString(eventId.value());
      }
      json.writeEndArray();
    }
  }

  private static Viewer viewer(Call call, LicenseView view) {
    Api api = call.caller() instanceof Caller.ByCustomer ? Api.CUSTOMER : Api.AGENT;
    return new Viewer(call.version(), api, view);
  }

  private static UserId reader(Call call) {
    UserId userId = call.caller().userId();
    if (userId == null) {
      throw new IllegalArgumentException("the server itself asks nothing");
    }
    return userId;
  }

  /// An object with these members.
  static Payload object(Payload members) {
    return json -> {
      json.writeStartObject();
      members.writeTo(json);
      json.writeEndObject();
    };
  }
}
