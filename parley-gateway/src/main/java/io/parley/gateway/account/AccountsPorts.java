package io.parley.gateway.account;

import io.parley.runtime.IdSource;
import io.parley.runtime.Placement;
import java.time.InstantSource;
import java.util.Optional;

/// What accounts need of the rest of the server.
///
/// @param letters empty if no e-mail is sent
public record AccountsPorts(
    Licenses licenses,
    KnownCustomers customers,
    Placement placement,
    IdSource ids,
    Randomness randomness,
    InstantSource clock,
    Optional<AgentLetters> letters) {}
