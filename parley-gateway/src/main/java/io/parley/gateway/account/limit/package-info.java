/// What may be done how often before a secret is shown: sign-ins
/// ([io.parley.gateway.account.limit.SignInThrottle]), customers' tokens for browsers
/// ([io.parley.gateway.account.limit.AddressLimit]), redirects that nobody sees
/// ([io.parley.gateway.account.limit.LoopGuard]).
///
/// All of it is in memory, bounded, and of this process: each node counts for itself.
@NullMarked
package io.parley.gateway.account.limit;

import org.jspecify.annotations.NullMarked;
