package io.parley.testkit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestCustomer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A server and browsers, which all tests of a class share. Whatever a script throws fails the test
/// in which it did, and a test that fails leaves pictures of what was to be seen.
class Stage
    implements BeforeAllCallback, AfterTestExecutionCallback, AfterEachCallback, AfterAllCallback {
  private static final double PATIENCE_MILLIS = 30_000;

  private final Supplier<ParleyServer> start;
  private ParleyServer server;
  private Browsers browsers;

  /// @param start starts the server
  Stage(Supplier<ParleyServer> start) {
    this.start = start;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    browsers = Browsers.open();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    server = start.get();
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      browsers.keepAll("failed-" + context.getRequiredTestMethod().getName());
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(browsers.errors()).isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (browsers != null) {
      browsers.close();
    }
    if (server != null) {
      server.close();
    }
  }

  ParleyServer server() {
    return server;
  }

  Browsers browsers() {
    return browsers;
  }

  /// A customer of that name, who speaks the API.
  TestCustomer customer(String name) {
    TestCustomer customer = server.customer();
    customer.does("update_customer", "{name: '%s'}", name);
    return customer;
  }
}
