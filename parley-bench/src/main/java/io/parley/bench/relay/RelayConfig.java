package io.parley.bench.relay;

import io.parley.bench.load.Population;

/// Settings of a relay.
///
/// @param port where it listens; 0: any free port
/// @param eventLoops how many event loops serve its connections
/// @param population whom it believes to know
public record RelayConfig(int port, int eventLoops, Population population) {}
