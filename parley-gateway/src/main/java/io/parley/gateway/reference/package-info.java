/// The API reference at `/docs/`: an OpenAPI description of the Web APIs, an AsyncAPI description
/// of the RTM APIs, and a page to read them.
///
/// Both are made from the catalogue ([io.parley.protocol.method.Catalogue]) and the contracts in it
/// when the server starts. The page reads them in the browser and needs nothing from elsewhere.
@NullMarked
package io.parley.gateway.reference;

import org.jspecify.annotations.NullMarked;
