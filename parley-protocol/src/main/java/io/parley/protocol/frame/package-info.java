/// The frames of the RTM API: reading requests, writing responses, errors and pushes.
@NullMarked
package io.parley.protocol.frame;

import org.jspecify.annotations.NullMarked;
