package io.parley.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.license.LicenseId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileAddressTest {
  private static final FileAddress CAT =
      new FileAddress(new LicenseId(100), new FileId("0123456789abcdef"), "my cät #1?.png");

  @Test
  void shouldWriteAPathThatIsReadAsTheSameAddress() {
    assertThat(CAT.path())
        .isEqualTo("/api/file/lc/att/100/0123456789abcdef/my%20c%C3%A4t%20%231%3F.png");
    assertThat(FileAddress.ofUrl("https://chat.example" + CAT.path())).contains(CAT);
    assertThat(FileAddress.ofUrl(CAT.path())).contains(CAT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://chat.example/",
        "/api/file/lc/att/100/abc",
        "/api/file/lc/att/100/abc/",
        "/api/file/lc/att/100/abc/a/b",
        "/api/file/lc/att/100/a-b/c",
        "/api/file/lc/att/0/abc/c",
        "/api/file/lc/att/99999999999999999999/abc/c",
        "/prefix/api/file/lc/att/100/abc/c",
        "not an address"
      })
  void shouldReadNothingElse(String url) {
    assertThat(FileAddress.ofUrl(url)).isEmpty();
  }
}
