/// Customers: their profile, their connections, and the commands by which both change.
@NullMarked
package io.parley.core.customer;

import org.jspecify.annotations.NullMarked;
