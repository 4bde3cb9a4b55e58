/// What becomes of a request, whichever way it came in: the method of the catalogue is looked up,
/// checked, and made a command for the license or a query to what is kept.
@NullMarked
package io.parley.gateway.call;

import org.jspecify.annotations.NullMarked;
