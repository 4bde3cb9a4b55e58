/// Tests in a real browser: Debian's Chromium, driven by Playwright. Where there is no Chromium
/// they are skipped, and say so; `CHROMIUM` names one that stands elsewhere.
@NullMarked
package io.parley.testkit.browser;

import org.jspecify.annotations.NullMarked;
