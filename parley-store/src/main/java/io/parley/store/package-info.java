/// The journal on PostgreSQL: changes become rows in group commits, and rows become a license's
/// state again.
@NullMarked
package io.parley.store;

import org.jspecify.annotations.NullMarked;
