package io.parley.core.license;

import io.parley.core.access.Access;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.customer.Customer;
import io.parley.core.group.GroupId;
import io.parley.core.user.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The chats and customers that are in memory: all that are active or connected, and the others
/// that were touched last, up to a limit.
final class Residents {
  private final int idleLimit;
  private final Map<ChatId, Chat> chats = new HashMap<>();
  private final Map<CustomerId, ResidentCustomer> customers = new HashMap<>();
  private final LinkedHashMap<ChatId, Boolean> idleChats = new LinkedHashMap<>();
  private final LinkedHashMap<CustomerId, Boolean> idleCustomers = new LinkedHashMap<>();

  private static final class ResidentCustomer {
    private Customer customer;
    private final List<ChatId> chats;
    private int connections;
    private Set<Integer> reachedGoals = Set.of();

    private ResidentCustomer(Customer customer, List<ChatId> chats) {
      this.customer = customer;
      this.chats = new ArrayList<>(chats);
    }
  }

  /// @param idleLimit how many inactive chats, and how many unconnected customers, may stay
  Residents(int idleLimit) {
    this.idleLimit = idleLimit;
  }

  @Nullable Chat chat(ChatId chatId) {
    return chats.get(chatId);
  }

  /// Every chat that has an active thread.
  List<Chat> activeChats() {
    return chats.values().stream().filter(Chat::active).toList();
  }

  void put(Chat chat) {
    chats.put(chat.id(), chat);
    if (chat.active()) {
      idleChats.remove(chat.id());
    } else {
      idleChats.remove(chat.id());
      idleChats.put(chat.id(), true);
      if (idleChats.size() > idleLimit) {
        ChatId eldest = idleChats.pollFirstEntry().getKey();
        chats.remove(eldest);
      }
    }
  }

  /// Opens to all agents what only those of a group had access to that is no more.
  void forget(GroupId groupId) {
    chats.replaceAll((_, chat) -> chat.without(groupId));
    customers
        .values()
        .forEach(
            resident -> {
              Access access = resident.customer.access();
              if (access.groupIds().contains(groupId)) {
                resident.customer = resident.customer.with(access.without(groupId));
              }
            });
  }

  @Nullable Customer customer(CustomerId customerId) {
    ResidentCustomer resident = customers.get(customerId);
    return resident == null ? null : resident.customer;
  }

  List<ChatId> chatsOf(CustomerId customerId) {
    ResidentCustomer resident = customers.get(customerId);
    return resident == null ? List.of() : List.copyOf(resident.chats);
  }

  void put(LoadedCustomer loaded) {
    CustomerId customerId = loaded.customer().id();
    if (!customers.containsKey(customerId)) {
      customers.put(customerId, new ResidentCustomer(loaded.customer(), loaded.chats()));
      settle(customerId);
    }
  }

  void update(Customer customer) {
    ResidentCustomer resident = customers.get(customer.id());
    if (resident == null) {
      put(new LoadedCustomer(customer, List.of()));
    } else {
      resident.customer = customer;
    }
  }

  void addChat(CustomerId customerId, ChatId chatId) {
    ResidentCustomer resident = customers.get(customerId);
    if (resident != null && !resident.chats.contains(chatId)) {
      resident.chats.add(chatId);
    }
  }

  void connections(CustomerId customerId, int change) {
    ResidentCustomer resident = customers.get(customerId);
    if (resident != null) {
      resident.connections = Math.max(0, resident.connections + change);
      settle(customerId);
    }
  }

  /// Notes that the customer has reached a goal in this visit.
  void reached(CustomerId customerId, int goalId) {
    ResidentCustomer resident = customers.get(customerId);
    if (resident != null && !resident.reachedGoals.contains(goalId)) {
      var goals = new HashSet<>(resident.reachedGoals);
      goals.add(goalId);
      resident.reachedGoals = Set.copyOf(goals);
    }
  }

  /// Another visit begins.
  void forgetGoals(CustomerId customerId) {
    ResidentCustomer resident = customers.get(customerId);
    if (resident != null) {
      resident.reachedGoals = Set.of();
    }
  }

  boolean hasReached(CustomerId customerId, int goalId) {
    ResidentCustomer resident = customers.get(customerId);
    return resident != null && resident.reachedGoals.contains(goalId);
  }

  boolean isConnected(CustomerId customerId) {
    ResidentCustomer resident = customers.get(customerId);
    return resident != null && resident.connections > 0;
  }

  /// Keeps a customer who is connected or has an active chat; lets others go when they are too
  /// many.
  void settle(CustomerId customerId) {
    ResidentCustomer resident = customers.get(customerId);
    if (resident == null) {
      return;
    }
    idleCustomers.remove(customerId);
    if (resident.connections == 0 && !hasActiveChat(resident)) {
      idleCustomers.put(customerId, true);
      if (idleCustomers.size() > idleLimit) {
        customers.remove(idleCustomers.pollFirstEntry().getKey());
      }
    }
  }

  private boolean hasActiveChat(ResidentCustomer resident) {
    for (ChatId chatId : resident.chats) {
      Chat chat = chats.get(chatId);
      if (chat != null && chat.active()) {
        return true;
      }
    }
    return false;
  }
}
