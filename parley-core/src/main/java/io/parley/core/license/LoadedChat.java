package io.parley.core.license;

import io.parley.core.chat.Chat;
import java.util.List;

/// A chat as loaded: its record and the customers in it.
public record LoadedChat(Chat chat, List<LoadedCustomer> customers) {}
