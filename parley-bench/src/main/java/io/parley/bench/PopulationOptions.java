package io.parley.bench;

import io.parley.bench.load.Population;
import picocli.CommandLine.Option;

/// Whom the measured server knows.
final class PopulationOptions {
  @Option(
      names = "--licenses",
      description = "Tenants that share the load (default: ${DEFAULT-VALUE}).")
  private int licenses = 1;

  @Option(
      names = "--provisioned-agents",
      description = "Agents in all licenses together (default: ${DEFAULT-VALUE}).")
  private int agents = 2000;

  Population population() {
    return new Population(licenses, agents);
  }
}
