package io.parley.delivery.letter;

import io.parley.runtime.mail.Mail;
import io.parley.runtime.mail.Post;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings letters to a mail server, and tries again for a while when it does not take them. What
/// waits is in memory, and bounded.
public final class SmtpPost implements Post, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SmtpPost.class);
  private static final int WAITING = 1_000;
  private static final int CONNECTIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// Before the second try, the third, and so on.
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(3),
          Duration.ofMinutes(15));

  private final Vertx vertx;
  private final MailClient client;
  private final String from;
  private final Semaphore places = new Semaphore(WAITING);

  /// @param vertx on whose event loops it runs; not closed with it
  public SmtpPost(Vertx vertx, SmtpConfig config) {
    this.vertx = vertx;
    this.from = config.from();
    this.client = MailClient.create(vertx, options(config));
  }

  private static MailConfig options(SmtpConfig config) {
    var options = new MailConfig();
    options.setHostname(config.host());
    options.setPort(config.port());
    options.setMaxPoolSize(CONNECTIONS);
    options.setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()));
    options.setIdleTimeout(Math.toIntExact(PATIENCE.toSeconds()));
    options.setSsl(config.tls() == SmtpConfig.Tls.TLS);
    options.setStarttls(
        config.tls() == SmtpConfig.Tls.STARTTLS
            ? StartTLSOptions.REQUIRED
            : StartTLSOptions.DISABLED);
    options.setHostnameVerificationAlgorithm(config.tls() == SmtpConfig.Tls.NONE ? "" : "HTTPS");
    if (config.user() != null && config.password() != null) {
      options.setLogin(LoginOption.REQUIRED);
      options.setUsername(config.user());
      options.setPassword(config.password());
    } else {
      options.setLogin(LoginOption.DISABLED);
    }
    return options;
  }

  @Override
  public void send(Mail mail) {
    if (places.tryAcquire()) {
      attempt(mail, 0);
    } else {
      log.warn("{} was dropped: too many wait", mail);
    }
  }

  private void attempt(Mail mail, int failures) {
    client
        .sendMail(
            new MailMessage()
                .setFrom(from)
                .setTo(mail.to())
                .setSubject(mail.subject())
                .setText(mail.text()))
        .onComplete(
            _ -> {
              places.release();
              log.info("{} was taken by the mail server", mail);
            },
            e -> failed(mail, failures, e));
  }

  private void failed(Mail mail, int failures, Throwable reason) {
    if (failures < PAUSES.size()) {
      log.info("{} was not taken by the mail server, and is tried again: {}", mail, reason(reason));
      vertx.setTimer(PAUSES.get(failures).toMillis(), _ -> attempt(mail, failures + 1));
    } else {
      places.release();
      log.warn("{} was not taken by the mail server, and is given up", mail, reason);
    }
  }

  private static String reason(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  @Override
  public void close() {
    client.close();
  }
}
