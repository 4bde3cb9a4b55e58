package io.parley.server.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All settings of a server. What stands here itself is also an option of the command line.
public record ServerConfig(
    @Setting(value = "the HTTP and WebSocket port; 0 picks a free one", label = "N", max = 65_535)
        int port,
    @Setting(value = "the address to bind", label = "ADDR") String host,
    @Setting(value = "where the embedded database and uploaded files live", label = "DIR")
        Path data,
    @Setting(
            value =
                "a PostgreSQL to use instead of the embedded one (jdbc:postgresql://… or postgres://…)",
            label = "URL")
        @Nullable String databaseUrl,
    @Setting(
            value =
                "a provisioning file, applied at start; may be repeated. In the environment, paths are separated as in PATH",
            label = "FILE")
        List<Path> provision,
    @Setting("webhooks and URL details may reach loopback and private addresses")
        boolean allowPrivateTargets,
    DatabaseSettings database,
    HttpSettings http,
    RtmSettings rtm,
    RateSettings rates,
    TokenSettings tokens,
    AuthorizationSettings authorization,
    WebhookSettings webhooks,
    NotificationSettings notifications,
    MailSettings mail,
    FileSettings files,
    GeolocationSettings geolocation,
    LogSettings log) {

  /// The settings of a server for which nothing is configured.
  public static final ServerConfig DEFAULTS =
      new ServerConfig(
          8080,
          "127.0.0.1",
          Path.of("data"),
          null,
          List.of(),
          false,
          new DatabaseSettings(20, 128, Duration.ofSeconds(10)),
          new HttpSettings(0, 256 * 1024, 64 * 1024, Duration.ofSeconds(15), 10_000),
          new RtmSettings(
              Duration.ofSeconds(30),
              Duration.ofSeconds(30),
              Duration.ofSeconds(10),
              Duration.ofSeconds(15),
              10,
              1_000),
          new RateSettings(2_000, 2_000, 500, 100),
          new TokenSettings(Duration.ofHours(8), Duration.ofSeconds(1)),
          new AuthorizationSettings(
              Duration.ofHours(8), Duration.ofHours(12), true, true, 50, 50, 2_000, false),
          new WebhookSettings(
              16, Duration.ofSeconds(10), 10, Duration.ofHours(6), Duration.ofSeconds(1)),
          new NotificationSettings(null),
          new MailSettings(null, 587, "starttls", null, null, null, null),
          new FileSettings(null),
          new GeolocationSettings(null),
          new LogSettings("info"));

  /// Makes the list unmodifiable.
  public ServerConfig {
    provision = List.copyOf(provision);
  }

  /// The same with another data directory.
  public ServerConfig withData(Path other) {
    return with(
        port, other, databaseUrl, allowPrivateTargets, rtm, rates, webhooks, notifications, mail);
  }

  /// The same, but private addresses may be reached.
  public ServerConfig withPrivateTargetsAllowed() {
    return with(port, data, databaseUrl, true, rtm, rates, webhooks, notifications, mail);
  }

  /// The same on another port.
  public ServerConfig withPort(int other) {
    return with(
        other, data, databaseUrl, allowPrivateTargets, rtm, rates, webhooks, notifications, mail);
  }

  /// The same with a database of the user's own.
  public ServerConfig withDatabaseUrl(String url) {
    return with(port, data, url, allowPrivateTargets, rtm, rates, webhooks, notifications, mail);
  }

  /// The same with connections of another patience.
  public ServerConfig withRtm(RtmSettings other) {
    return with(
        port, data, databaseUrl, allowPrivateTargets, other, rates, webhooks, notifications, mail);
  }

  /// The same with webhooks that are delivered otherwise.
  public ServerConfig withWebhooks(WebhookSettings other) {
    return with(
        port, data, databaseUrl, allowPrivateTargets, rtm, rates, other, notifications, mail);
  }

  /// The same with other limits on how often something may be asked for.
  public ServerConfig withRates(RateSettings other) {
    return with(
        port, data, databaseUrl, allowPrivateTargets, rtm, other, webhooks, notifications, mail);
  }

  /// The same with another place that notifications are posted to.
  public ServerConfig withNotifications(NotificationSettings other) {
    return with(port, data, databaseUrl, allowPrivateTargets, rtm, rates, webhooks, other, mail);
  }

  /// The same with another mail server.
  public ServerConfig withMail(MailSettings other) {
    return with(
        port, data, databaseUrl, allowPrivateTargets, rtm, rates, webhooks, notifications, other);
  }

  private ServerConfig with(
      int newPort,
      Path newData,
      @Nullable String newDatabaseUrl,
      boolean newAllowPrivateTargets,
      RtmSettings newRtm,
      RateSettings newRates,
      WebhookSettings newWebhooks,
      NotificationSettings newNotifications,
      MailSettings newMail) {
    return new ServerConfig(
        newPort,
        host,
        newData,
        newDatabaseUrl,
        provision,
        newAllowPrivateTargets,
        database,
        http,
        newRtm,
        newRates,
        tokens,
        authorization,
        newWebhooks,
        newNotifications,
        newMail,
        files,
        geolocation,
        log);
  }

  /// How the database is used.
  public record DatabaseSettings(
      @Setting(
              value = "how many connections to the database there are at most",
              min = 2,
              max = 1000)
          int connections,
      @Setting(
              value =
                  "memory that the embedded PostgreSQL may fill with pages of its tables, in MiB",
              min = 16,
              max = 65_536)
          int sharedBuffers,
      @Setting("how long something waits for a free connection before it fails")
          Duration connectionTimeout) {}

  /// The HTTP server and the Web API.
  public record HttpSettings(
      @Setting(value = "how many threads serve connections; 0: one for each processor", max = 1_024)
          int eventLoops,
      @Setting(value = "how large a JSON request may be, in bytes", min = 1_024) int maxBodyBytes,
      @Setting(value = "how large a WebSocket message may be, in bytes", min = 1_024)
          int maxFrameBytes,
      @Setting("a request that has no answer by then gets request_timeout") Duration requestTimeout,
      @Setting(
              value =
                  "how many RTM connections of one address there may be that have not logged in",
              min = 1)
          int maxStrangersPerAddress) {}

  /// RTM connections.
  public record RtmSettings(
      @Setting("a connection that has not logged in by then is closed") Duration loginTimeout,
      @Setting("a connection that has not been heard from for this long is closed")
          Duration silenceTimeout,
      @Setting("a silent WebSocket client is sent a ping frame this often") Duration pingInterval,
      @Setting("a request that has no answer by then gets request_timeout") Duration requestTimeout,
      @Setting(value = "how many requests of one connection may wait for their answers", min = 1)
          int maxPendingRequests,
      @Setting(value = "a client that leaves more frames unread is cut off", min = 10)
          int maxQueuedFrames) {}

  /// How many requests one token may make in a second; twice as many in one burst.
  public record RateSettings(
      @Setting(value = "typing indicators, seen marks, pings", min = 1) int signals,
      @Setting(value = "whatever changes something", min = 1) int changes,
      @Setting(value = "lists and histories", min = 1) int reads,
      @Setting(value = "searches and uploads", min = 1) int heavy) {}

  /// Access tokens.
  public record TokenSettings(
      @Setting("how long a customer's token is valid unless the request says otherwise")
          Duration customerLifetime,
      @Setting("for how long what is known of a token is not asked of the database again")
          Duration cacheTime) {}

  /// How applications and browsers get tokens.
  public record AuthorizationSettings(
      @Setting("how long an agent's access token is valid") Duration agentLifetime,
      @Setting("how long an agent stays signed in on the pages of the authorization server")
          Duration sessionLifetime,
      @Setting("applications without a secret must use PKCE when they ask for a code")
          boolean pkceRequired,
      @Setting("agents may sign in with their passwords") boolean passwordSignIn,
      @Setting(
              value =
                  "how often in 30 s one application may send one agent's browser through unseen",
              min = 1)
          int redirects,
      @Setting(
              value = "how many customers' tokens browsers of one address may get a second",
              min = 1)
          int browserTokens,
      @Setting(value = "how many of them at once, after a pause", min = 1) int browserTokenBurst,
      @Setting("X-Forwarded-For is believed of proxies on other machines, too")
          boolean trustForwardedFor) {}

  /// How webhooks are delivered.
  public record WebhookSettings(
      @Setting(value = "how many requests one receiver gets at a time", min = 1, max = 1_000)
          int connectionsPerReceiver,
      @Setting("a receiver that has not answered by then is asked again later") Duration timeout,
      @Setting(value = "how often a webhook is tried before it is parked", min = 1, max = 100)
          int tries,
      @Setting("over which time these tries are spread") Duration retryWindow,
      @Setting("how long after the first try the second one comes") Duration firstRetry) {}

  /// Uploaded files.
  public record FileSettings(
      @Setting(
              value =
                  "the address under which browsers reach this server, like https://chat.example.com: what the addresses of files begin with. Without it they begin with what the upload was sent to",
              label = "URL")
          @Nullable String publicUrl) {}

  /// Where customers seem to be.
  public record GeolocationSettings(
      @Setting(
              value =
                  "a file in MaxMind's format with cities, such as GeoLite2-City.mmdb; without it no places are told",
              label = "FILE")
          @Nullable Path database) {}

  /// Notifications of agents' devices.
  public record NotificationSettings(
      @Setting(
              value =
                  "where a notification for a device is posted, as JSON, from where it can go to Firebase; none: no device is told",
              label = "URL")
          @Nullable String url) {}

  /// Letters to agents.
  public record MailSettings(
      @Setting(
              value =
                  "the mail server that takes letters to agents: invitations, and links to new passwords; none: no e-mail is sent",
              label = "HOST")
          @Nullable String host,
      @Setting(value = "its port", min = 1, max = 65_535) int port,
      @Setting(
              value =
                  "how the connection is encrypted: starttls (required, once connected), tls (from the beginning) or none",
              oneOf = {"none", "starttls", "tls"})
          String tls,
      @Setting(value = "who signs in there; none: nobody does", label = "NAME")
          @Nullable String user,
      @Setting(
              value = "with which password; better given in the environment than in a file",
              label = "PASSWORD")
          @Nullable String password,
      @Setting(
              value = "who letters come from, like Acme <chat@example.com>; needed with mail.host",
              label = "ADDRESS")
          @Nullable String from,
      @Setting(
              value =
                  "the address under which agents' browsers reach this server: what links in letters begin with; default: files.public-url",
              label = "URL")
          @Nullable String publicUrl) {
    /// Leaves the password out.
    @Override
    public String toString() {
      return "MailSettings[" + host + ":" + port + ", " + tls + ", " + user + ", " + from + "]";
    }
  }

  /// What is written to standard error.
  public record LogSettings(
      @Setting(
              value =
                  "how much of Parley's own doings is logged: error, warn, info, debug or trace",
              oneOf = {"error", "warn", "info", "debug", "trace"})
          String level) {}
}
