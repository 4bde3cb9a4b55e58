/// The documented data structures as JSON, one class for each, the version a parameter.
@NullMarked
package io.parley.protocol.json;

import org.jspecify.annotations.NullMarked;
