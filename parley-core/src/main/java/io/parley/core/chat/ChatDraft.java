package io.parley.core.chat;

import io.parley.core.Change;
import io.parley.core.Context;
import io.parley.core.event.EventBody;
import io.parley.core.event.NewEvent;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import io.parley.core.property.PropertyValue.Flag;
import io.parley.core.user.AgentId;
import io.parley.core.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes to one chat that are decided together. Each is made on the chat as the ones before it
/// leave it, so that events get their numbers and properties change only where they differ.
public final class ChatDraft {
  private static final String ROUTING = "routing";
  private static final String UNASSIGNED = "unassigned";
  private static final String PINNED = "pinned";
  private static final Properties NOT_PINNED = Properties.of(ROUTING, PINNED, new Flag(false));

  private final Context context;
  private Chat chat;
  private final List<Change> changes = new ArrayList<>();

  /// Begins with the chat as it is.
  public ChatDraft(Context context, Chat chat) {
    this.context = context;
    this.chat = chat;
  }

  /// The chat as the changes so far leave it.
  public Chat chat() {
    return chat;
  }

  /// The changes so far, in order.
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /// True if nothing changes so far.
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /// Adds a change.
  public ChatDraft add(ChatChange change) {
    chat = chat.apply(change);
    changes.add(change);
    return this;
  }

  /// Adds a system message to the active thread, if there is one.
  public ChatDraft say(EventBody message) {
    chat.activeThread()
        .ifPresent(
            thread ->
                add(
                    new EventAdded(
                        chat.id(),
                        NewEvent.of(message)
                            .stamped(
                                thread.nextEventId(), null, thread.nextEventTime(context.now())))));
    return this;
  }

  /// Sets properties of the chat, those that differ.
  public ChatDraft setOnChat(Properties wanted) {
    Properties different = differing(wanted, chat.properties());
    return different.isEmpty() ? this : add(new ChatPropertiesUpdated(chat.id(), different));
  }

  /// Sets properties of the active thread, those that differ.
  public ChatDraft setOnThread(Properties wanted) {
    ChatThread thread = chat.activeThread().orElse(null);
    if (thread == null) {
      return this;
    }
    Properties different = differing(wanted, thread.properties());
    return different.isEmpty()
        ? this
        : add(new ThreadPropertiesUpdated(chat.id(), thread.id(), different));
  }

  /// Notes that the chat has an agent.
  public ChatDraft noteAssigned() {
    Properties assigned = Properties.of(ROUTING, UNASSIGNED, new Flag(false)).with(NOT_PINNED);
    Properties past =
        chat.properties().flag(ROUTING, PINNED)
            ? assigned.with(ROUTING, "was_pinned", new Flag(true))
            : assigned;
    return setOnChat(past).setOnThread(assigned);
  }

  /// Notes that the chat has no agent, and waits for one.
  public ChatDraft noteQueued() {
    Properties queued = Properties.of(ROUTING, UNASSIGNED, new Flag(true));
    return setOnChat(queued).setOnThread(queued);
  }

  /// Notes that the chat has no agent, and stays so until somebody takes it.
  public ChatDraft noteUnassigned() {
    Properties unassigned =
        Properties.of(ROUTING, UNASSIGNED, new Flag(true)).with(ROUTING, PINNED, new Flag(true));
    return setOnChat(unassigned).setOnThread(unassigned);
  }

  /// Closes the active thread, with a last message if there is one. A chat that its customer leaves
  /// before anyone was there stays pinned.
  ///
  /// @param by null for the router
  public ChatDraft close(@Nullable EventBody message, @Nullable UserId by) {
    ChatThread thread = chat.activeThread().orElse(null);
    if (thread == null) {
      return this;
    }
    if (message != null) {
      say(message);
    }
    boolean served = !chat.properties().flag(ROUTING, UNASSIGNED);
    if (chat.properties().flag(ROUTING, PINNED) && (served || by instanceof AgentId)) {
      setOnChat(NOT_PINNED.with(ROUTING, "was_pinned", new Flag(true)));
      setOnThread(NOT_PINNED);
    }
    return add(new ThreadClosed(chat.id(), thread.id(), by, context.now()));
  }

  /// What of `wanted` is not so yet; a flag that is not set counts as false.
  private static Properties differing(Properties wanted, Properties present) {
    Properties different = Properties.NONE;
    for (Map.Entry<String, Map<String, PropertyValue>> namespace :
        wanted.byNamespace().entrySet()) {
      for (Map.Entry<String, PropertyValue> property : namespace.getValue().entrySet()) {
        PropertyValue value = property.getValue();
        PropertyValue old = present.get(namespace.getKey(), property.getKey());
        boolean same = old == null ? value.equals(new Flag(false)) : old.equals(value);
        if (!same) {
          different = different.with(namespace.getKey(), property.getKey(), value);
        }
      }
    }
    return different;
  }
}
