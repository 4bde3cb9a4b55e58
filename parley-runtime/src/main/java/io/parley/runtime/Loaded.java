package io.parley.runtime;

import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.event.FileId;
import io.parley.core.event.UploadedFile;
import io.parley.core.license.LoadedChat;
import io.parley.core.license.LoadedCustomer;
import java.util.List;
import java.util.Map;

/// What was loaded for a submission that waited for it.
record Loaded(
    List<LoadedChat> chats,
    List<LoadedCustomer> customers,
    Map<ThreadId, ChatThread> threads,
    Map<EventId, Event> singleEvents,
    Map<ThreadId, List<Event>> events,
    Map<FileId, UploadedFile> files) {
  static final Loaded NOTHING =
      new Loaded(List.of(), List.of(), Map.of(), Map.of(), Map.of(), Map.of());
}
