package io.parley.delivery.notification;

import io.parley.core.Change;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.event.Recipients;
import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.runtime.Committed;
import io.parley.runtime.Delivery;
import io.parley.runtime.Outcome;
import io.parley.runtime.OutcomeBatch;
import io.parley.store.notification.PushDevice;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A delivery that notifies devices of what it hands on.
public final class Notifications implements Delivery, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Notifications.class);
  private static final int WAITING = 1_000;

  private final Delivery delivery;
  private final Devices devices;
  private final NotificationSender sender;
  private final ThreadPoolExecutor worker;

  /// Port: knows the devices of agents. Filled by
  /// [io.parley.store.notification.PushDevices#of].
  @FunctionalInterface
  public interface Devices {
    /// Those that want to be told. May block.
    List<PushDevice> of(LicenseId licenseId, Collection<AgentId> agents);
  }

  /// @param delivery what everything is handed on to
  public Notifications(Delivery delivery, Devices devices, NotificationSender sender) {
    this.delivery = delivery;
    this.devices = devices;
    this.sender = sender;
    this.worker =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("notifications").factory());
  }

  @Override
  public void deliver(OutcomeBatch batch) {
    delivery.deliver(batch);
    for (Outcome outcome : batch.outcomes()) {
      for (Committed committed : outcome.changes()) {
        List<AgentId> agents = committed.audience().members();
        if (!agents.isEmpty()) {
          of(batch.licenseId(), committed.change()).ifPresent(each -> plan(each, agents));
        }
      }
    }
  }

  @Override
  public void reset(LicenseId licenseId) {
    delivery.reset(licenseId);
  }

  private static Optional<Notification> of(LicenseId licenseId, Change change) {
    if (change instanceof ThreadStarted started) {
      ChatThread thread = started.chat().lastThread();
      return thread == null
          ? Optional.empty()
          : Optional.of(
              new Notification(
                  licenseId,
                  "incoming_chat_thread",
                  started.chatId(),
                  thread.id(),
                  started.initialEvents().stream()
                      .filter(Notifications::isFromCustomer)
                      .map(Notifications::text)
                      .findFirst()
                      .orElse(null)));
    }
    if (change instanceof EventAdded(var chatId, Event event) && isFromCustomer(event)) {
      return Optional.of(
          new Notification(
              licenseId, "incoming_event", chatId, event.id().threadId(), text(event)));
    }
    return Optional.empty();
  }

  private static boolean isFromCustomer(Event event) {
    return event.author() instanceof CustomerId && event.recipients() == Recipients.ALL;
  }

  private static @Nullable String text(Event event) {
    return event.body() instanceof EventBody.Message(String text, _) ? text : null;
  }

  private void plan(Notification notification, List<AgentId> agents) {
    try {
      worker.execute(() -> send(notification, agents));
    } catch (RejectedExecutionException _) {
      log.warn("A notification of chat {} was dropped: too many wait", notification.chatId());
    }
  }

  private void send(Notification notification, List<AgentId> agents) {
    try {
      for (PushDevice device : devices.of(notification.licenseId(), agents)) {
        sender.send(device, notification);
      }
    } catch (IOException | RuntimeException e) {
      log.warn("A notification of chat {} was not taken", notification.chatId(), e);
    }
  }

  /// Ends when the notification at hand is sent; those that wait are dropped.
  @Override
  public void close() {
    worker.shutdownNow();
    try {
      if (!worker.awaitTermination(1, TimeUnit.SECONDS)) {
        log.warn("A notification is still on its way");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
