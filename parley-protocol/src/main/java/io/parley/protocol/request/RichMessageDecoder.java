package io.parley.protocol.request;

import io.parley.core.event.EventBody;
import io.parley.core.event.RichElement;
import io.parley.core.event.RichElement.Button;
import io.parley.core.event.RichElement.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads events of type `rich_message` (data structures, Rich message).
final class RichMessageDecoder {
  private static final int MAX_ELEMENTS = 10;
  private static final int MAX_BUTTONS = 11;
  private static final Map<String, String> TEMPLATES = same("cards", "sticker", "quick_replies");
  private static final Map<String, String> BUTTON_TYPES =
      same("webview", "message", "url", "phone", "cancel");
  private static final Map<String, String> WEBVIEW_HEIGHTS = same("compact", "full", "tall");

  private RichMessageDecoder() {}

  /// The rich message that the event holds.
  static EventBody read(Fields event) {
    String templateId = event.choice("template_id", TEMPLATES);
    var elements = new ArrayList<RichElement>();
    for (Fields element : event.objects("elements", MAX_ELEMENTS)) {
      elements.add(element(element));
    }
    return new EventBody.RichMessage(templateId, elements);
  }

  private static RichElement element(Fields element) {
    Fields image = element.objectOrNull("image");
    var buttons = new ArrayList<Button>();
    for (Fields button : element.objects("buttons", MAX_BUTTONS)) {
      buttons.add(button(button));
    }
    return new RichElement(
        element.textOrNull("title", Text.CONTENT),
        element.textOrNull("subtitle", Text.CONTENT),
        image == null ? null : picture(image),
        buttons);
  }

  private static Picture picture(Fields image) {
    Integer size = image.integerOrNull("size", 0, Integer.MAX_VALUE);
    return new Picture(
        Addresses.text(image, "url"),
        image.textOrNull("name", Text.VALUE),
        image.textOrNull("content_type", Text.NAME),
        size == null ? null : size.longValue(),
        image.integerOrNull("width", 0, Integer.MAX_VALUE),
        image.integerOrNull("height", 0, Integer.MAX_VALUE));
  }

  /// A button. Who has pressed it is for the server to say: `user_ids` is ignored.
  private static Button button(Fields button) {
    String type = button.choiceOrNull("type", BUTTON_TYPES);
    String value = button.textOrNull("value", Text.CONTENT);
    EventDecoder.requireBoth(button, type != null, value != null);
    return new Button(
        button.text("text", Text.VALUE),
        type,
        value,
        webviewHeight(button, type),
        button.text("postback_id", Text.NAME),
        List.of());
  }

  /// The documentation's own samples give a height to buttons that open no view: it is dropped.
  private static @Nullable String webviewHeight(Fields button, @Nullable String type) {
    String height = button.choiceOrNull("webview_height", WEBVIEW_HEIGHTS);
    if (!"webview".equals(type)) {
      return null;
    }
    if (height == null) {
      throw button.invalid("webview_height", "is required for the type webview");
    }
    return height;
  }

  private static Map<String, String> same(String... names) {
    return Set.of(names).stream().collect(Collectors.toUnmodifiableMap(name -> name, name -> name));
  }
}
