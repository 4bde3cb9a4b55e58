/// Typed key-value storage on chats, threads and events, by namespace and name.
@NullMarked
package io.parley.core.property;

import org.jspecify.annotations.NullMarked;
