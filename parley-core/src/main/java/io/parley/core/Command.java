package io.parley.core;

import io.parley.core.agent.AgentConnectionLost;
import io.parley.core.agent.ChangePushNotifications;
import io.parley.core.agent.LogInAgent;
import io.parley.core.agent.LogOutAgent;
import io.parley.core.agent.SetAwayStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.agent.SignOutAgent;
import io.parley.core.chat.ActivateChat;
import io.parley.core.chat.AddUserToChat;
import io.parley.core.chat.ChangeChatAccess;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.DeleteChatProperties;
import io.parley.core.chat.DeleteEventProperties;
import io.parley.core.chat.DeleteThreadProperties;
import io.parley.core.chat.FollowChat;
import io.parley.core.chat.MarkEventsAsSeen;
import io.parley.core.chat.RemoveUserFromChat;
import io.parley.core.chat.SendEvent;
import io.parley.core.chat.SendRichMessagePostback;
import io.parley.core.chat.SendSneakPeek;
import io.parley.core.chat.SendTypingIndicator;
import io.parley.core.chat.StartChat;
import io.parley.core.chat.TagThread;
import io.parley.core.chat.TransferChat;
import io.parley.core.chat.UnfollowChat;
import io.parley.core.chat.UpdateChatProperties;
import io.parley.core.chat.UpdateEventProperties;
import io.parley.core.chat.UpdateThreadProperties;
import io.parley.core.customer.BanCustomer;
import io.parley.core.customer.ChangeCustomerAccess;
import io.parley.core.customer.CheckGoals;
import io.parley.core.customer.CheckVisitorsGoals;
import io.parley.core.customer.CreateCustomer;
import io.parley.core.customer.CustomerConnectionLost;
import io.parley.core.customer.LogInCustomer;
import io.parley.core.customer.RegisterCustomer;
import io.parley.core.customer.UpdateCustomer;
import io.parley.core.customer.UpdateCustomerPage;
import io.parley.core.license.License;
import io.parley.core.license.Multicast;
import io.parley.core.license.ProvisionLicense;
import io.parley.core.license.Tick;
import io.parley.core.license.ViewLicense;
import io.parley.core.routing.ExplainRouting;
import io.parley.core.routing.GetGroupStatuses;
import io.parley.core.routing.PredictAgent;
import io.parley.core.routing.RouteWaitingChats;
import io.parley.core.routing.TellQueuePlaces;
import io.parley.core.webhook.ListWebhooks;
import io.parley.core.webhook.RegisterWebhook;
import io.parley.core.webhook.UnregisterWebhook;
import java.util.List;

/// What someone wants of a license. Each command is a record that carries its rule.
public sealed interface Command
    permits ActivateChat,
        AddUserToChat,
        AgentConnectionLost,
        BanCustomer,
        ChangeChatAccess,
        ChangeCustomerAccess,
        ChangePushNotifications,
        CheckGoals,
        CheckVisitorsGoals,
        CloseThread,
        ConfigurationCommand,
        CreateCustomer,
        CustomerConnectionLost,
        DeleteChatProperties,
        DeleteEventProperties,
        DeleteThreadProperties,
        FollowChat,
        GetGroupStatuses,
        ExplainRouting,
        ListWebhooks,
        LogInAgent,
        LogInCustomer,
        LogOutAgent,
        MarkEventsAsSeen,
        Multicast,
        PredictAgent,
        ProvisionLicense,
        RegisterCustomer,
        RegisterWebhook,
        RemoveUserFromChat,
        RouteWaitingChats,
        SendEvent,
        SendRichMessagePostback,
        SendSneakPeek,
        SendTypingIndicator,
        SetAwayStatus,
        SetRoutingStatus,
        SignOutAgent,
        StartChat,
        TagThread,
        TellQueuePlaces,
        Tick,
        TransferChat,
        UnfollowChat,
        UnregisterWebhook,
        UpdateChatProperties,
        UpdateCustomer,
        UpdateCustomerPage,
        UpdateEventProperties,
        UpdateThreadProperties,
        ViewLicense {

  /// Says what happens: a list of changes with an answer, or a refusal.
  ///
  /// Must not change `license`, block, or use anything but its arguments: the same inputs give the
  /// same decision.
  Decision decide(License license, Context context);

  /// What must be in memory before [#decide] is called. What does not exist is simply absent then.
  default List<Need> needs() {
    return List.of();
  }
}
