package io.parley.core.event;

import io.parley.core.Json;
import io.parley.core.user.UserId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an event says, by its type (data structures, Events).
public sealed interface EventBody {

  /// The type, for indexes by type.
  EventType type();

  /// A text.
  ///
  /// @param text at most 16 KB in UTF-8
  /// @param postback set when the text was sent by a button of a rich message
  record Message(String text, @Nullable Postback postback) implements EventBody {
    @Override
    public EventType type() {
      return EventType.MESSAGE;
    }
  }

  /// An uploaded file.
  ///
  /// @param size in bytes
  /// @param image set for images only
  record File(String name, String url, String contentType, long size, @Nullable Image image)
      implements EventBody {
    @Override
    public EventType type() {
      return EventType.FILE;
    }
  }

  /// What is known of an image.
  ///
  /// @param width in pixels
  /// @param height in pixels
  record Image(int width, int height, String thumbnailUrl, String thumbnail2xUrl) {}

  /// The answers to a pre-chat or post-chat survey.
  record FilledForm(String formId, List<FormField> fields) implements EventBody {
    /// Makes the list unmodifiable.
    public FilledForm {
      fields = List.copyOf(fields);
    }

    @Override
    public EventType type() {
      return EventType.FILLED_FORM;
    }
  }

  /// Cards, a sticker or quick replies.
  ///
  /// @param templateId `cards`, `sticker` or `quick_replies`
  /// @param elements at most 10
  record RichMessage(String templateId, List<RichElement> elements) implements EventBody {
    /// Makes the list unmodifiable.
    public RichMessage {
      elements = List.copyOf(elements);
    }

    /// True if a button has that postback.
    public boolean hasPostback(String postbackId) {
      return elements.stream()
          .flatMap(element -> element.buttons().stream())
          .anyMatch(button -> button.postbackId().equals(postbackId));
    }

    /// The message after a user pressed the buttons with that postback, or took it back.
    public RichMessage toggled(String postbackId, UserId userId, boolean pressed) {
      return new RichMessage(
          templateId,
          elements.stream().map(element -> element.toggled(postbackId, userId, pressed)).toList());
    }

    @Override
    public EventType type() {
      return EventType.RICH_MESSAGE;
    }
  }

  /// Anything an integration defines.
  record Custom(@Nullable Json content) implements EventBody {
    @Override
    public EventType type() {
      return EventType.CUSTOM;
    }
  }

  /// A message of the system (references, System messages) or of an integration.
  ///
  /// @param messageType the `system_message_type`
  /// @param text what is shown, with variables filled in
  /// @param textVars the variables used in the text
  record SystemMessage(String messageType, @Nullable String text, Map<String, String> textVars)
      implements EventBody {
    @Override
    public EventType type() {
      return EventType.SYSTEM_MESSAGE;
    }
  }
}
