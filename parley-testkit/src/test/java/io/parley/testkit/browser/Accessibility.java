package io.parley.testkit.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Looks pages through for what shuts people out, by axe-core's rules for WCAG 2.2 AA.
final class Accessibility {
  private static final String SCRIPT = script();

  /// What is just fading in has too little contrast for the moment.
  private static final String STAND_STILL =
      """
      () => Promise.all(document.getAnimations()
        .filter(each => each.effect.getComputedTiming().endTime !== Infinity)
        .map(each => each.finished.catch(() => {}))).then(() => {})
      """;

  private static final String RUN =
      """
      () => axe.run(document, {iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})
        .then(found => found.violations.flatMap(rule =>
          rule.nodes.map(node => rule.id + ': ' + node.target.join(' ') + ' ' + node.html.slice(0, 160))))
      """;

  private Accessibility() {}

  /// What breaks a rule, in the page and its frames.
  static List<String> problems(Page page) {
    var problems = new ArrayList<String>();
    for (Frame frame : page.frames()) {
      frame.evaluate(STAND_STILL);
      frame.evaluate(SCRIPT);
      if (frame.evaluate(RUN) instanceof List<?> found) {
        found.forEach(each -> problems.add(String.valueOf(each)));
      }
    }
    return problems;
  }

  private static String script() {
    try (InputStream in = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IllegalStateException("axe.min.js is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
