package io.parley.server.composition;

import io.parley.delivery.notification.Notifications;
import io.parley.delivery.notification.PostedNotifications;
import io.parley.runtime.Delivery;
import io.parley.server.config.ServerConfig;
import io.parley.store.notification.PushDevices;
import java.net.URI;

/// Notifications of agents' devices, where there is somebody to take them.
final class NotificationModule implements AutoCloseable {
  private final ClosingStack open = new ClosingStack();
  private final Delivery delivery;

  /// @param told what everything is delivered to
  NotificationModule(ServerConfig config, StoreModule store, Delivery told) {
    String url = config.notifications().url();
    if (url == null) {
      this.delivery = told;
    } else {
      var sender = open.add(new PostedNotifications(address(url)));
      var devices = new PushDevices(store.database().jdbi());
      this.delivery = open.add(new Notifications(told, devices::of, sender));
    }
  }

  private static URI address(String url) {
    try {
      URI address = URI.create(url);
      if ("http".equals(address.getScheme()) || "https".equals(address.getScheme())) {
        return address;
      }
    } catch (IllegalArgumentException _) {
      // Refused below, in the words of the setting.
    }
    throw new StartImpossible("notifications.url is no address of http or https: " + url);
  }

  /// What is to be delivered to.
  Delivery delivery() {
    return delivery;
  }

  @Override
  public void close() {
    open.close();
  }
}
