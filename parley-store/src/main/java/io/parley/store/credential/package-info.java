/// Credentials: who may come in, and as whom. Plain tables beside the journal's, for they are no
/// part of a license's live state: nobody's pushes depend on them, and a token is looked up before
/// its license is known.
///
///     account_credential  (license_id, agent_id)            password of an agent's account
///     password_proof      (license_id, agents)              that a set of passwords was put
///     oauth_client        (license_id, client_id)           application
///     access_token        (token_hash)                      agent's, personal or customer's token
///     browser_identity    (license_id, secret_hash, site)   the customer behind a browser
///     license_origin      (license_id, origin)              website that may ask for tokens
///
///     sign_in_session     (session_hash)                    agent who is signed in
///     consent             (license_id, agent_id, client_id) what an agent allowed an application
///     authorization_code  (code_hash)                       ── redeem ──▶ access and refresh token
///     refresh_token       (token_hash)                      ── renew, rotate ──▶ access token
///     password_link       (token_hash)                      ── choose ──▶ account_credential
///     identity_transfer   (token_hash)                      customer on the way to another device
///
///     auth_audit          (license_id, id)                  who was let in, and to what
///
/// A code, the tokens that it was exchanged for and the tokens that those were exchanged for share
/// a `grant_id`, and end together ([io.parley.store.credential.AgentGrants]).
///
/// What could be used to come in is never stored: passwords and secrets that people chose arrive
/// here hashed slowly, tokens are named by their SHA-256 ([io.parley.store.credential.TokenHash]).
/// All methods block for a round trip to the database. The `put…` methods are for provisioning:
/// applying the same twice changes nothing.
@NullMarked
package io.parley.store.credential;

import org.jspecify.annotations.NullMarked;
