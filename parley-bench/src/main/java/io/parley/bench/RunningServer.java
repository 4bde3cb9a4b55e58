package io.parley.bench;

import io.parley.bench.machine.ServerProcesses;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// A server that runs already, as it is named on the command line.
final class RunningServer {
  @Option(names = "--url", required = true, description = "The server, as http://host:port.")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(names = "--name", description = "What to call the server (default: ${DEFAULT-VALUE}).")
  private String name = "server";

  @Option(
      names = "--server-pid",
      split = ",",
      description = "Processes whose trees' processor time and memory are counted.")
  private List<Long> serverPids = new ArrayList<>();

  Contestant contestant() {
    return new Contestant(name, url, new ServerProcesses(serverPids));
  }
}
