package io.parley.core.event;

import io.parley.core.user.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One element of a rich message.
///
/// @param buttons at most 11
public record RichElement(
    @Nullable String title,
    @Nullable String subtitle,
    @Nullable Picture image,
    List<Button> buttons) {
  /// Makes the list unmodifiable.
  public RichElement {
    buttons = List.copyOf(buttons);
  }

  RichElement toggled(String postbackId, UserId userId, boolean pressed) {
    return new RichElement(
        title,
        subtitle,
        image,
        buttons.stream()
            .map(
                button ->
                    button.postbackId().equals(postbackId)
                        ? button.toggled(userId, pressed)
                        : button)
            .toList());
  }

  /// A picture shown in an element.
  ///
  /// @param size in bytes
  /// @param width in pixels
  /// @param height in pixels
  public record Picture(
      String url,
      @Nullable String name,
      @Nullable String contentType,
      @Nullable Long size,
      @Nullable Integer width,
      @Nullable Integer height) {}

  /// A button.
  ///
  /// @param type `webview`, `message`, `url`, `phone` or another of the documentation; together
  /// with
  ///     `value`
  /// @param webviewHeight `compact`, `full` or `tall`; for type `webview`
  /// @param userIds who sent the postback with `toggled: true`
  public record Button(
      String text,
      @Nullable String type,
      @Nullable String value,
      @Nullable String webviewHeight,
      String postbackId,
      List<UserId> userIds) {
    /// Makes the list unmodifiable.
    public Button {
      userIds = List.copyOf(userIds);
    }

    private Button toggled(UserId userId, boolean pressed) {
      var users = new ArrayList<>(userIds);
      users.remove(userId);
      if (pressed) {
        users.add(userId);
      }
      return new Button(text, type, value, webviewHeight, postbackId, users);
    }
  }
}
