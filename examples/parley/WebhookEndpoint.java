package parley;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Takes webhooks: checks who sends them, leaves out what came before, and says when something
/// could not be done, so that it is sent again.
public final class WebhookEndpoint {
  private static final int REMEMBERED = 10_000;

  private final String secretKey;
  private final BiConsumer<String, Object> onWebhook;
  private final Set<String> handled =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });

  private WebhookEndpoint(String secretKey, BiConsumer<String, Object> onWebhook) {
    this.secretKey = secretKey;
    this.onWebhook = onWebhook;
  }

  /// Listens at `/webhooks`. The server may be given other addresses before it is started.
  ///
  /// @param onWebhook gets action and payload; what it throws makes Parley send again
  public static HttpServer listening(
      int port, String secretKey, BiConsumer<String, Object> onWebhook) throws IOException {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/webhooks", new WebhookEndpoint(secretKey, onWebhook)::take);
    return server;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String signature = exchange.getRequestHeaders().getFirst("X-Parley-Signature");
      String delivery = exchange.getRequestHeaders().getFirst("X-Parley-Delivery");
      exchange.sendResponseHeaders(status(body, signature, delivery), -1);
    }
  }

  private int status(byte[] body, String signature, String delivery) {
    if (signature == null || !isSigned(body, signature)) {
      return 403;
    }
    synchronized (handled) {
      if (handled.contains(delivery)) {
        return 200;
      }
    }
    try {
      Object webhook = Json.parse(new String(body, StandardCharsets.UTF_8));
      onWebhook.accept(Json.text(webhook, "action"), Json.get(webhook, "payload"));
    } catch (RuntimeException e) {
      System.err.println("Not handled, so it will come again: " + e.getMessage());
      return 500;
    }
    synchronized (handled) {
      handled.add(delivery);
    }
    return 200;
  }

  private boolean isSigned(byte[] body, String signature) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String expected = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
      return MessageDigest.isEqual(
          expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
