package io.parley.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferencePageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("parley.root", ".."), "docs", "configuration.md");

  /// Writes the page anew with `bin/test -pl parley-server -am -Dtest=ReferencePageTest
  /// -Dparley.rewrite -Dsurefire.failIfNoSpecifiedTests=false`.
  @Test
  void shouldBeTheOneInTheDocumentation() throws IOException {
    if (System.getProperty("parley.rewrite") != null) {
      Files.writeString(PAGE, ReferencePage.text());
    }

    assertThat(PAGE).hasContent(ReferencePage.text());
  }
}
