/// What everything over HTTP has in common: bodies, answers, errors, limits.
@NullMarked
package io.parley.gateway.http;

import org.jspecify.annotations.NullMarked;
