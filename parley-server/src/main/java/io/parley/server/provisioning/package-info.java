/// Provisioning files: licenses with everything that they hold, written down by whoever runs the
/// server.
///
/// A file goes through three steps, and the first error ends the start: its text becomes a tree in
/// which every value knows its line ([DocumentParser]), the tree becomes records in which every key
/// and value is known to be right ([LicenseReader]), and the records are applied ([Provisioner]).
/// All files are read before any is applied. Applying one twice changes nothing.
///
/// Allowed imports: the core, the runtime's ports, the store's registries, the protocol's scopes,
/// Jackson.
@NullMarked
package io.parley.server.provisioning;

import org.jspecify.annotations.NullMarked;
