package io.parley.delivery.notification;

import io.parley.protocol.Payload;
import io.parley.protocol.frame.Frames;
import io.parley.store.notification.PushDevice;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Posts each notification as JSON to an address of the operator's, from where it goes to Firebase
/// or wherever devices listen.
public final class PostedNotifications implements NotificationSender, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int SUCCESSES = 2;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI address;

  /// Posts to this address.
  public PostedNotifications(URI address) {
    this.address = address;
  }

  @Override
  public void send(PushDevice device, Notification notification) throws IOException {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Frames.body(body(device, notification))))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 != SUCCESSES) {
        throw new IOException(address + " answered " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Payload body(PushDevice device, Notification notification) {
    return json -> {
      json.writeStartObject();
      json.writeNumberField("license_id", notification.licenseId().value());
      json.writeStringField("agent_id", device.agentId().value());
      json.writeStringField("platform", device.platform());
      json.writeStringField("firebase_token", device.firebaseToken());
      json.writeStringField("kind", notification.kind());
      json.writeStringField("chat_id", notification.chatId().value());
      json.writeStringField("thread_id", notification.threadId().value());
      String text = notification.text();
      if (text != null) {
        json.writeStringField("text", text);
      }
      json.writeEndObject();
    };
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
