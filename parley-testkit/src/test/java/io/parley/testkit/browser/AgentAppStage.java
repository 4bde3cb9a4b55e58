package io.parley.testkit.browser;

import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestLicense;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The stage with the Agent App open for Anna, who owns the license and works in its group Sales
/// with Ben. Each test finds it opened anew.
final class AgentAppStage extends Stage implements BeforeEachCallback {
  static final String ANNA = "anna@example.com";
  static final String BEN = "ben@example.com";

  private AgentApp anna;

  /// @param maxChatsCount how many chats each of them may have
  AgentAppStage(int maxChatsCount) {
    super(
        () ->
            ParleyServer.start(
                TestLicense.license(100)
                    .group(1, "Sales")
                    .maxChatsCount(maxChatsCount)
                    .owner(ANNA, 1)
                    .agent(BEN, 1)));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    super.beforeAll(context);
    anna = AgentApp.open(browsers().visitor(1320, 820), server().address(), ANNA);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    anna.anew();
  }

  AgentApp anna() {
    return anna;
  }
}
