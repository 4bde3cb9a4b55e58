/// Where licenses live: [io.parley.runtime.Placement] on Pekko Cluster Sharding.
///
/// A license is a sharded entity, which does two things: it starts the license's writer on the node
/// on which it was started, and ends it there when it has to go. Commands don't pass through it.
/// Each license has a door on each node; it is open while the entity runs on that node, and
/// commands then go straight to the [io.parley.runtime.LicenseHost]. Before a closed door they
/// wait, in order, and the entity is called.
///
/// Today a node joins itself and stays alone. What is missing for several nodes is said in
/// `docs/decisions/0006-cluster-of-one.md`.
@NullMarked
package io.parley.cluster;

import org.jspecify.annotations.NullMarked;
