package io.parley.core.license;

import io.parley.core.chat.ChatId;
import io.parley.core.customer.Customer;
import java.util.List;

/// A customer as loaded: the profile and the ids of all the customer's chats, oldest first.
public record LoadedCustomer(Customer customer, List<ChatId> chats) {}
