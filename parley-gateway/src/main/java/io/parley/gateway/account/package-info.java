/// Accounts: what a token lets its holder do, and how tokens are had.
///
/// [io.parley.gateway.account.Accounts] puts the room together. The doors ask
/// [io.parley.gateway.account.Tokens] who comes in; the paths of the original accounts host are
/// mounted by [io.parley.gateway.account.AccountRoutes]; a provisioning file is applied by
/// [io.parley.gateway.account.CredentialProvisioning]; applications and personal tokens come and go
/// by [io.parley.gateway.account.CredentialAdministration]; who holds a connection open hears of
/// the end of its token from [io.parley.gateway.account.GrantWatch].
///
/// How an application gets an agent's token:
///
///     browser ─▶ AuthorizeRoutes ─▶ AuthorizeDecoder ─▶ Authorization ─▶ sign-in, consent, answer
///     program ─▶ AccountRoutes ─▶ TokenGrants ─▶ AgentTokens
///
/// and a customer's:
///
///     AccountRoutes ─▶ CustomerGrants, IdentityTransferGrants ─▶ CustomerTokens
///
/// Threads: what blocks (the database, a license's writer, password hashing) runs on virtual
/// threads as straight code; only [io.parley.gateway.account.Tokens] and
/// the routes with their answers know Vert.x. Expected refusals are values:
/// [io.parley.gateway.account.Refusal] for the doors, [io.parley.gateway.account.OAuthError] for
/// the accounts host's paths.
///
/// Customers without a login are recognised by two cookies: `__lc_cid` says which customer the
/// browser was last, `__lc_cst` is the browser's secret. The secret never leads from one license to
/// another's customer, nor to a customer of a website that the application has not registered:
/// there the browser is someone else ([io.parley.gateway.account.BrowserRecognition]).
@NullMarked
package io.parley.gateway.account;

import org.jspecify.annotations.NullMarked;
