package io.parley.runtime;

import io.parley.core.Need;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.event.FileId;
import io.parley.core.event.UploadedFile;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LoadedChat;
import io.parley.core.license.LoadedCustomer;
import io.parley.core.user.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Loads what commands need from the journal. Blocks: runs on threads of its own.
final class Loader {
  private final Journal journal;
  private final LicenseId licenseId;

  Loader(Journal journal, LicenseId licenseId) {
    this.journal = journal;
    this.licenseId = licenseId;
  }

  Loaded load(List<Need> needs) {
    var chats = new ArrayList<LoadedChat>();
    var customers = new ArrayList<LoadedCustomer>();
    var threads = new HashMap<ThreadId, ChatThread>();
    var singleEvents = new HashMap<EventId, Event>();
    var events = new HashMap<ThreadId, List<Event>>();
    var files = new HashMap<FileId, UploadedFile>();
    Map<ChatId, Optional<LoadedChat>> read = new HashMap<>();
    for (Need need : needs) {
      switch (need) {
        case Need.OfChat(ChatId chatId) -> chat(read, chatId).ifPresent(chats::add);
        case Need.OfCustomer(CustomerId customerId) ->
            journal.loadCustomer(licenseId, customerId).ifPresent(customers::add);
        case Need.OfThread(ChatId chatId, ThreadId threadId) ->
            journal
                .loadThread(licenseId, chatId, threadId)
                .ifPresent(thread -> threads.put(threadId, thread));
        case Need.OfEvent(ChatId chatId, EventId eventId) ->
            journal
                .loadEvent(licenseId, chatId, eventId)
                .ifPresent(event -> singleEvents.put(eventId, event));
        case Need.OfLastThreadEvents(ChatId chatId) ->
            chat(read, chatId)
                .map(LoadedChat::chat)
                .map(Chat::lastThread)
                .ifPresent(
                    thread -> events.put(thread.id(), journal.loadEvents(licenseId, thread.id())));
        case Need.OfFile(FileId fileId) ->
            journal.loadFile(licenseId, fileId).ifPresent(file -> files.put(fileId, file));
      }
    }
    return new Loaded(chats, customers, threads, singleEvents, events, files);
  }

  private Optional<LoadedChat> chat(Map<ChatId, Optional<LoadedChat>> read, ChatId chatId) {
    return read.computeIfAbsent(chatId, id -> journal.loadChat(licenseId, id));
  }
}
