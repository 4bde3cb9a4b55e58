/// Who may come in: tokens, tenants, regions, and on whose behalf a request is made. Each rule is
/// here once, for both transports.
@NullMarked
package io.parley.gateway.access;

import org.jspecify.annotations.NullMarked;
