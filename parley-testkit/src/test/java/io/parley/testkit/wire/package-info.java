/// Both APIs over the wire, method by method, against the documentation. Tests of a class share a
/// server; after each everybody goes.
@NullMarked
package io.parley.testkit.wire;

import org.jspecify.annotations.NullMarked;
