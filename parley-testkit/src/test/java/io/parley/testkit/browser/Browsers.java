package io.parley.testkit.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// A Chromium without a window. Each visitor has cookies and storage of their own.
final class Browsers implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final double PATIENCE_MILLIS = 30_000;

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> errors = new CopyOnWriteArrayList<>();

  private Browsers(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /// Starts one, or has the test skipped where there is none.
  static Browsers open() {
    Optional<Path> chromium = chromium();
    assumeTrue(
        chromium.isPresent(),
        "no Chromium: install Debian's `chromium`, or name one in the variable CHROMIUM");
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.orElseThrow())
                    // Chromium's own sandbox does not work for root.
                    .setChromiumSandbox(false)
                    .setTimeout(4 * PATIENCE_MILLIS));
    return new Browsers(playwright, browser);
  }

  private static Optional<Path> chromium() {
    return Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser")
        .filter(each -> each != null && !each.isBlank())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// A window of somebody new.
  Page visitor(int width, int height) {
    return visitor(new Browser.NewContextOptions().setViewportSize(width, height));
  }

  /// A window of somebody new who likes it dark.
  Page inTheDark(int width, int height) {
    return visitor(
        new Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setColorScheme(ColorScheme.DARK));
  }

  /// A window of somebody new whose browser is set up like that.
  Page visitor(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    return anotherTab(context);
  }

  /// Another tab of the same browser.
  Page anotherTab(BrowserContext context) {
    Page page = context.newPage();
    page.onPageError(error -> errors.add(page.url() + ": " + error));
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            errors.add(page.url() + ": " + message.text());
          }
        });
    return page;
  }

  /// Everybody goes.
  void closeWindows() {
    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
  }

  /// What pages' scripts threw, and what pages were not allowed to do.
  List<String> errors() {
    return List.copyOf(errors);
  }

  /// Keeps a picture of the page as build output.
  static void keep(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  /// Keeps a picture of every open page.
  void keepAll(String name) {
    int number = 0;
    for (BrowserContext context : browser.contexts()) {
      for (Page page : context.pages()) {
        keep(page, name + "-" + ++number);
      }
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
