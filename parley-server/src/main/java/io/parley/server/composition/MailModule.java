package io.parley.server.composition;

import io.parley.delivery.letter.Letters;
import io.parley.delivery.letter.SmtpConfig;
import io.parley.delivery.letter.SmtpPost;
import io.parley.gateway.account.AgentLetters;
import io.parley.runtime.Delivery;
import io.parley.server.config.ServerConfig;
import io.parley.server.config.ServerConfig.MailSettings;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Letters to agents, where there is a mail server to take them.
final class MailModule implements AutoCloseable {
  private final ClosingStack open = new ClosingStack();
  private final Optional<AgentLetters> letters;
  private final Delivery delivery;

  /// @param told what everything is delivered to
  MailModule(
      ServerConfig config,
      Surroundings surroundings,
      EdgeLoops loops,
      StoreModule store,
      Delivery told) {
    MailSettings settings = config.mail();
    String host = settings.host();
    if (host == null) {
      this.letters = Optional.empty();
      this.delivery = told;
    } else {
      var post = open.add(new SmtpPost(loops.vertx(), smtp(settings, host)));
      var writer =
          new AgentLetters(
              store.database().jdbi(),
              post,
              publicUrl(config),
              surroundings.random()::nextBytes,
              surroundings.clock());
      this.letters = Optional.of(writer);
      this.delivery = open.add(new Letters(told, writer::write));
    }
  }

  private static SmtpConfig smtp(MailSettings settings, String host) {
    return new SmtpConfig(
        host,
        settings.port(),
        SmtpConfig.Tls.valueOf(settings.tls().toUpperCase(Locale.ROOT)),
        settings.user(),
        settings.password(),
        given("mail.from", "who letters come from", settings.from()));
  }

  /// What links in letters begin with.
  private static String publicUrl(ServerConfig config) {
    String url = config.mail().publicUrl();
    String given =
        given(
            "mail.public-url",
            "where links in letters lead",
            url == null ? config.files().publicUrl() : url);
    try {
      URI address = URI.create(given);
      if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
          && address.getHost() != null) {
        return given;
      }
    } catch (IllegalArgumentException _) {
      // Refused below, in the words of the setting.
    }
    throw new StartImpossible("mail.public-url is no address of http or https: " + given);
  }

  private static String given(String key, String meaning, @Nullable String value) {
    if (value == null) {
      throw new StartImpossible("mail.host is set, but not " + key + ": " + meaning);
    }
    return value;
  }

  /// Who writes to agents; empty if nobody does.
  Optional<AgentLetters> letters() {
    return letters;
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
