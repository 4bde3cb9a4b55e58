package io.parley.gateway.account.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final String NASTY = "</p>'\"><script>alert(1)</script>&{{action}}";

  private static FormFields form() {
    return new FormFields("/go", new LinkedHashMap<>(Map.of("state", NASTY)));
  }

  private static SignInPage signIn() {
    return new SignInPage(
        NASTY,
        "https://app.example/",
        form(),
        NASTY,
        Optional.of(NASTY),
        List.of(1L, 2L),
        Optional.of(NASTY));
  }

  @Test
  void shouldShowWhatItIsGivenAsText() {
    for (Page page :
        List.of(
            Pages.signIn(signIn()),
            Pages.consent(
                new ConsentPage(
                    NASTY,
                    NASTY,
                    "https://app.example/",
                    List.of(new ConsentPage.Scope(NASTY, NASTY)),
                    form(),
                    form())),
            Pages.password(form(), NASTY, Optional.of(NASTY)),
            Pages.forgotten(form(), Optional.of(NASTY)),
            Pages.message(NASTY, NASTY, NASTY, NASTY),
            Pages.error("Title", NASTY, NASTY))) {
      assertThat(page.html())
          .doesNotContain("<script")
          .contains(
              "&lt;/p&gt;&#39;&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;{{action}}");
    }
  }

  @Test
  void shouldAllowNothingButWhatThePageHolds() throws Exception {
    Page page = Pages.handOver("{\"a\":\"" + NASTY + "\"}", "https://app.example", "/back");

    assertThat(page.contentSecurityPolicy())
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .contains("style-src '" + hashOf(page, "style") + "'")
        .contains("script-src '" + hashOf(page, "script") + "'")
        .contains("form-action 'none'");
  }

  private static String hashOf(Page page, String element) throws Exception {
    var found =
        Pattern.compile("<%1$s>(.*?)</%1$s>".formatted(element), Pattern.DOTALL)
            .matcher(page.html());
    assertThat(found.find()).isTrue();
    byte[] source = found.group(1).getBytes(StandardCharsets.UTF_8);
    return "sha256-"
        + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(source));
  }

  @Test
  void shouldLetFormsLeadToTheApplication() {
    var application =
        new SignInPage(
            "App", "my-app://done", form(), "", Optional.empty(), List.of(), Optional.empty());

    assertThat(Pages.signIn(signIn()).contentSecurityPolicy())
        .endsWith("; form-action 'self' https:");
    assertThat(Pages.signIn(application).contentSecurityPolicy())
        .endsWith("; form-action 'self' my-app:");
  }

  @Test
  void shouldNotForgetAGap() {
    assertThatThrownBy(() -> Template.of("error.html").fill(Map.of("title", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("description");
  }
}
