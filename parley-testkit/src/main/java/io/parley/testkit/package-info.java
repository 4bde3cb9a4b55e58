/// What tests speak with: the production server under another configuration, time that stands
/// still, and agents and customers that say what they see.
@NullMarked
package io.parley.testkit;

import org.jspecify.annotations.NullMarked;
