package io.parley.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectUrisTest {
  @ParameterizedTest(name = "{0} registered, {1} asked: {2}")
  @CsvSource({
    // The documented table, row by row.
    "http://livechat.com,          http://livechat.com,                 true",
    "http://livechat.com,          http://livechat.com/archives,        true",
    "http://livechat.com,          http://livechat.com/archives/../,    false",
    "http://livechat.com/archives, http://livechat.com,                 false",
    "http://livechat.com/archives, http://livechat.com/archives,        true",
    "http://livechat.com/archives, http://livechat.com/archives/chats,  true",
    "http://localhost:3000,        http://localhost:3000,               true",
    "http://127.0.0.1:3000,        http://127.0.0.1:3000,               true",
    "http://localhost:3000,        http://localhost:4000,               false",
    "https://livechat.com,         http://livechat.com,                 false",
    "http://livechat.com,          https://livechat.com,                false",
    // What the rules beside the table say.
    "http://livechat.com/,         http://livechat.com,                 true",
    "http://livechat.com,          http://LiveChat.com/,                true",
    "http://livechat.com,          http://livechat.com.evil.example,    false",
    "http://livechat.com,          http://livechat.com@evil.example,    false",
    "http://livechat.com,          http://livechat.com/?size=20,        false",
    "http://livechat.com,          http://livechat.com/#paragraph,      false",
    "http://livechat.com/archives, http://livechat.com/archives/%2E%2e, false",
    "http://livechat.com/archives, http://livechat.com/archives/..%2f,  false",
    "http://livechat.com,          livechat.com,                        false",
    "http://livechat.com,          not an address,                      false",
  })
  void shouldCoverWhatTheDocumentationSays(String registered, String asked, boolean valid) {
    assertThat(new RedirectUris(List.of(registered)).cover(asked)).isEqualTo(valid);
  }

  @Test
  void shouldCoverTheOriginsOfRegisteredAddresses() {
    var uris = new RedirectUris(List.of("https://a.example/app", "http://localhost:3000"));

    assertThat(uris.coverOrigin("https://A.example")).isTrue();
    assertThat(uris.coverOrigin("http://localhost:3000")).isTrue();
    assertThat(uris.coverOrigin("http://a.example")).isFalse();
    assertThat(uris.coverOrigin("https://b.example")).isFalse();
  }

  @Test
  void shouldTakeWhatBeginsWithASlashForAPageOfThisServer() {
    var uris = new RedirectUris(List.of("/agent/")).at("https://chat.example:8443");

    assertThat(uris.cover("https://chat.example:8443/agent/")).isTrue();
    assertThat(uris.cover("https://chat.example/agent/")).isFalse();
    assertThat(uris.cover("https://chat.example:8443/other/")).isFalse();
    assertThat(new RedirectUris(List.of("/agent/")).cover("https://chat.example/agent/")).isFalse();
  }
}
