/// Who acts and who is spoken of: agents and customers as one kind, [io.parley.core.user.UserId].
@NullMarked
package io.parley.core.user;

import org.jspecify.annotations.NullMarked;
