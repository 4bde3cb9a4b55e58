package io.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the provisioning file for the server that is to be measured.
@Command(
    name = "provision",
    description = "Writes the provisioning file that the other commands expect the server to have.")
final class ProvisionCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "Where to write it.")
  private Path file = Path.of("bench.yaml");

  @Option(
      names = "--max-chats",
      description = "Chats that one agent may have at once (default: ${DEFAULT-VALUE}).")
  private int maxChats = 1000;

  @Mixin private PopulationOptions population = new PopulationOptions();

  @Override
  public Integer call() throws IOException {
    Files.writeString(file, population.population().provisioning(maxChats));
    return 0;
  }
}
