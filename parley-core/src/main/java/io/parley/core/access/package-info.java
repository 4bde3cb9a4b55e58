/// Who may see a chat: a set of groups.
@NullMarked
package io.parley.core.access;

import org.jspecify.annotations.NullMarked;
