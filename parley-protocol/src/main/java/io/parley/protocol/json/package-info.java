/// The documented data structures as JSON, one class for each. Both APIs share them: each is
/// written for a [io.parley.protocol.json.Viewer], who has a side and a version, and a difference
/// between sides or versions stands in the one class of its structure.
///
/// - Fields are the union of those that the final documentation of 3.1 and that of November 2019
///   show. What is optional and not known is left out, never `null`.
/// - Ids of users go through [io.parley.protocol.json.Viewer#idOf] and nowhere else: customers
///   learn no address of an agent.
/// - Events for agents are skipped in lists for customers; to write one to them on its own is a bug
///   and throws.
///
/// All of it is pure: a generator in, members out.
@NullMarked
package io.parley.protocol.json;

import org.jspecify.annotations.NullMarked;
