package io.parley.gateway.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    "cat.png, cat.png",
    "my cät.png, my cät.png",
    "../../etc/passwd, passwd",
    "C:\\temp\\a.txt, a.txt",
    "a/b\\c.txt, c.txt",
    "..., file",
    ".htaccess, htaccess",
    "a.txt..., a.txt",
    "'a\"b<c>.txt', a_b_c_.txt",
    "a\u202egnp.exe, a_gnp.exe",
    "100%.txt, 100_.txt",
    "u\u0308.txt, ü.txt",
    "'', file",
    "/, file"
  })
  void shouldKeepWhatIsHarmless(String given, String safe) {
    assertThat(FileName.safe(given)).isEqualTo(safe);
  }

  @Test
  void shouldReplaceWhatCantBeSeen() {
    assertThat(FileName.safe("a\u0000b\r\nc\ud83d.txt")).isEqualTo("a_b__c_.txt");
  }

  @Test
  void shouldShortenLongNamesAndKeepTheirExtensions() {
    assertThat(FileName.safe("a".repeat(300) + ".jpeg"))
        .hasSize(100)
        .startsWith("aaa")
        .endsWith("a.jpeg");
    assertThat(FileName.safe("a." + "b".repeat(300))).hasSize(100);
    assertThat(FileName.safe("😀".repeat(300)).codePoints()).hasSize(100);
  }

  @Test
  void shouldFindTheStem() {
    assertThat(FileName.stem("a.b.png")).isEqualTo("a.b");
    assertThat(FileName.stem("a")).isEqualTo("a");
  }
}
