package io.parley.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageDetailsTest {
  private static final URI PAGE = URI.create("https://shop.example/lamps/index.html");

  private static PageDetails of(String html) {
    return of(html, StandardCharsets.UTF_8, null);
  }

  private static PageDetails of(String html, Charset written, @Nullable String named) {
    return PageDetails.of(html.getBytes(written), named, PAGE);
  }

  @Test
  void shouldReadWhatOpenGraphSays() {
    assertThat(
            of(
                """
                <html><head><title>Plain</title><meta name="description" content="Plain words">
                <meta property="og:title" content=" Lamps ">
                <meta property="og:description" content="All our lamps">
                <meta property="og:image" content="../lamp.png">
                <meta property="og:image:width" content="200">
                <meta property="og:image:height" content="100"></head></html>
                """))
        .isEqualTo(
            new PageDetails("Lamps", "All our lamps", "https://shop.example/lamp.png", 200, 100));
  }

  @Test
  void shouldFallBackToCardsAndToPlainHtml() {
    assertThat(
            of(
                """
                <title>Plain</title><meta name="twitter:title" content="Card">
                <meta name="twitter:image" content="//cdn.example/a.png">
                <meta name="description" content="Plain words">
                """))
        .isEqualTo(new PageDetails("Card", "Plain words", "https://cdn.example/a.png", null, null));
    assertThat(of("<title>Plain &amp; simple</title><link rel=image_src href=/i.gif>"))
        .isEqualTo(
            new PageDetails("Plain & simple", null, "https://shop.example/i.gif", null, null));
  }

  @Test
  void shouldFindNothingWhereNothingIs() {
    assertThat(of("")).isEqualTo(PageDetails.NONE);
    assertThat(of("<p>just text")).isEqualTo(PageDetails.NONE);
    assertThat(of("<meta property=og:title content=''><title> </title>"))
        .isEqualTo(PageDetails.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1)",
    "data:image/png;base64,AAAA",
    "file:///etc/passwd",
    "ftp://shop.example/a.png"
  })
  void shouldLeaveOutPicturesThatAreNotOfTheWeb(String address) {
    assertThat(of("<meta property=og:image content='" + address + "'>").imageUrl()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0", "-5", "12px", "1.5", "999999999999"})
  void shouldLeaveOutSizesThatAreNone(String size) {
    var details =
        of(
            "<meta property=og:image content=/a.png><meta property=og:image:width content="
                + size
                + ">");

    assertThat(details.imageWidth()).isNull();
    assertThat(details.needsImageSize()).isTrue();
  }

  @Test
  void shouldUseTheCharsetThatIsNamedByTheServerOrThePage() {
    String page = "<title>Grüße</title>";

    assertThat(of(page, StandardCharsets.ISO_8859_1, "ISO-8859-1").title()).isEqualTo("Grüße");
    assertThat(of(page, StandardCharsets.UTF_8, "no such charset").title()).isEqualTo("Grüße");
    assertThat(
            of("<meta charset=windows-1252>" + page, Charset.forName("windows-1252"), null).title())
        .isEqualTo("Grüße");
  }

  @Test
  void shouldShortenWhatNobodyWouldRead() {
    var details =
        of(
            "<title>%s</title><meta name=description content='%s'>"
                .formatted("t".repeat(10_000), "d".repeat(10_000)));

    assertThat(details.title()).hasSize(300).endsWith("t…");
    assertThat(details.description()).hasSize(1_000).endsWith("d…");
  }
}
