/// Credentials: who may come in, and as whom. Plain tables beside the journal's, for they are no
// part
/// of a license's live state: nobody's pushes depend on them, and a token is looked up before its
/// license is known.
///
///     account_credential  (license_id, agent_id)            password of an agent's account
///     oauth_client        (license_id, client_id)           application
///     access_token        (token_hash)                      agent's, personal or customer's token
///     browser_identity    (license_id, secret_hash, site)   the customer behind a browser
///
/// What could be used to come in is never stored: passwords and secrets that people chose arrive
/// here hashed slowly, tokens are named by their SHA-256 ([io.parley.store.credential.TokenHash]).
/// All methods block for a round trip to the database. The `put…` methods are for provisioning:
/// applying the same twice changes nothing.
@NullMarked
package io.parley.store.credential;

import org.jspecify.annotations.NullMarked;
