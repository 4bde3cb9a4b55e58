/// What can be asked about the past without passing the license's writer. A query carries who asks;
/// whoever answers it enforces what that caller may see.
@NullMarked
package io.parley.core.query;

import org.jspecify.annotations.NullMarked;
