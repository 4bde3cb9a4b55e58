package io.parley.gateway.account;

import io.parley.runtime.IdSource;
import io.parley.runtime.Placement;
import java.time.InstantSource;

/// What accounts need of the rest of the server.
public record AccountsPorts(
    Licenses licenses,
    KnownCustomers customers,
    Placement placement,
    IdSource ids,
    Randomness randomness,
    InstantSource clock) {}
