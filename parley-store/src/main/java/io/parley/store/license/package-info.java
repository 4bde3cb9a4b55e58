/// Which licenses there are: making them, and finding them by either of their names.
///
/// Everything else about a license is changed by its writer alone; a row is made here, with epoch
/// 0, before there can be one.
@NullMarked
package io.parley.store.license;

import org.jspecify.annotations.NullMarked;
