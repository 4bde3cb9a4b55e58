package io.parley.testkit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The demo's own pages.
class DemoPagesTest {
  @TempDir private static Path directory;

  private static DemoServer server;
  private static Browsers browsers;

  @BeforeAll
  static void open() {
    browsers = Browsers.open();
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    server = DemoServer.start(directory.resolve("data"));
  }

  @AfterAll
  static void close() {
    if (browsers != null) {
      browsers.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @AfterEach
  void shouldHaveThrownNothing() {
    browsers.closeWindows();
    assertThat(browsers.errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "320, LIGHT, ''",
    "320, DARK, guide/",
    "320, LIGHT, shop/",
    "320, DARK, webhooks/",
    "1200, DARK, ''",
    "1200, LIGHT, guide/",
    "1200, LIGHT, shop/",
    "1200, LIGHT, parcel/",
  })
  void shouldFitAndShutNobodyOut(int width, ColorScheme scheme, String name) {
    Page page =
        browsers.visitor(
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
    page.navigate(server.address() + "/demo/" + name);

    Browsers.keep(page, "demo-%s%d".formatted(name.replace('/', '-'), width));

    assertThat(Accessibility.problems(page)).isEmpty();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
        .isEqualTo(0);
  }

  @Test
  void shouldLetOneInAsAnnaByOneClick() {
    Page page = browsers.visitor(1200, 800);
    page.navigate(server.address() + "/demo/");

    page.getByText("Enter as Anna").click();

    assertThat(page.locator(".rail")).isVisible();
  }

  @Test
  void shouldCatchAndShowWebhooks() {
    AgentApp.signIn(browsers.visitor(1200, 800), server.address(), "anna@example.com", "demo-anna");
    Page page = browsers.visitor(1000, 760);
    page.navigate(server.address() + "/demo/webhooks/");
    assertThat(page.locator(".nothing")).isVisible();
    page.locator("#register").click();
    assertThat(page.locator("#state")).containsText("Registered: incoming_chat_thread");

    ChatWidget.open(browsers.visitor(900, 700), server.address())
        .begin("Yara")
        .say("Who listens here?");

    Locator caught =
        page.locator("article", new Page.LocatorOptions().setHasText("Who listens here?"));
    assertThat(caught).containsText("incoming_event");
    caught.locator("summary").click();
    assertThat(caught.locator("pre")).containsText("\"secret_key\": \"demo\"");
    Browsers.keep(page, "demo-webhooks-caught");
    assertThat(Accessibility.problems(page)).isEmpty();
    page.reload();
    assertThat(page.locator("#state")).containsText("Registered: incoming_chat_thread");
  }
}
