/// What is kept as JSON: the bodies of events, properties, settings, and what of a customer is a
/// list. The form is neutral: no version of the wire looks like it, and none of them changes it.
///
/// What can't be read by PostgreSQL is never written: see [io.parley.store.codec.StorableText].
/// A form may gain fields; a field that is missing means what it meant before there was one.
///
/// Allowed imports: the core, Jackson.
@NullMarked
package io.parley.store.codec;

import org.jspecify.annotations.NullMarked;
