/// Letters to people: a port, for those who write them know nothing of how they are brought.
@NullMarked
package io.parley.runtime.mail;

import org.jspecify.annotations.NullMarked;
