/// Where each license's writer lives: placement by cluster sharding, from one machine to several.
@NullMarked
package io.parley.cluster;

import org.jspecify.annotations.NullMarked;
