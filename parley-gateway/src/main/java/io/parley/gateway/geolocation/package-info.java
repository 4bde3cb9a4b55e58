/// Where in the world a connection comes from, by a file that the operator may give.
@NullMarked
package io.parley.gateway.geolocation;

import org.jspecify.annotations.NullMarked;
