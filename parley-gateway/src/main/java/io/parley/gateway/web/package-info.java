/// The Web API: one request, one answer.
@NullMarked
package io.parley.gateway.web;

import org.jspecify.annotations.NullMarked;
