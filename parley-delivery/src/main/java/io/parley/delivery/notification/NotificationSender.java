package io.parley.delivery.notification;

import io.parley.store.notification.PushDevice;
import java.io.IOException;

/// Port: brings a notification to a device. May block.
@FunctionalInterface
public interface NotificationSender {
  /// Sends.
  ///
  /// @throws IOException if nobody has taken it
  void send(PushDevice device, Notification notification) throws IOException;
}
