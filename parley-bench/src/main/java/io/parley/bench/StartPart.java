package io.parley.bench;

import io.parley.bench.machine.HeapReading;
import io.parley.bench.machine.LaunchedServer;
import io.parley.bench.machine.MemoryReading;
import io.parley.bench.machine.PageCache;
import io.parley.bench.machine.ScratchDirectory;
import io.parley.bench.machine.ServerProcesses;
import io.parley.bench.report.Section;
import io.parley.bench.report.StartSection;
import io.parley.bench.report.StartSection.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How long Parley takes to start, and what it has in memory when nobody uses it.
///
/// @param starts how many of each kind
/// @param settleSeconds how long the server is left alone before its memory is read
record StartPart(int starts, int settleSeconds) implements Part {
  /// Circumstances that are made before every start.
  private interface Before {
    void make() throws IOException, InterruptedException;
  }

  @Override
  public String name() {
    return "start";
  }

  @Override
  public Section measure(Stage stage) throws IOException, InterruptedException {
    System.err.println("bench: starts of parley");
    var directory = stage.directory(name());
    var launcher = new ParleyLauncher(stage.root(), directory.resolve("parley.log"));
    var data = directory.resolve("data");
    // Builds what has to be built, and brings the programs into memory.
    ScratchDirectory.fresh(data);
    launcher.start(data, List.of()).close();
    var kinds = new ArrayList<Kind>();
    kinds.add(kind("new data, warm", launcher, data, () -> ScratchDirectory.fresh(data)));
    kinds.add(kind("existing data, warm", launcher, data, () -> {}));
    if (PageCache.drop()) {
      kinds.add(kind("existing data, nothing in the page cache", launcher, data, PageCache::drop));
      launcher.start(data, List.of()).close();
    }
    try (var server = launcher.start(data, List.of())) {
      TimeUnit.SECONDS.sleep(settleSeconds);
      var processes = new ServerProcesses(List.of(server.pid()));
      var idle = processes.memory();
      return new StartSection(kinds, idle, collected(processes));
    }
  }

  private Kind kind(String title, ParleyLauncher launcher, Path data, Before before)
      throws IOException, InterruptedException {
    var seconds = new ArrayList<Double>();
    var cpuSeconds = 0.0;
    for (var i = 0; i < starts; i++) {
      before.make();
      var begin = System.nanoTime();
      try (LaunchedServer server = launcher.start(data, List.of())) {
        seconds.add((System.nanoTime() - begin) / 1e9);
        cpuSeconds += new ServerProcesses(List.of(server.pid())).cpu().serving() / starts;
      }
    }
    return new Kind(title, seconds, cpuSeconds);
  }

  private static MemoryReading collected(ServerProcesses processes)
      throws IOException, InterruptedException {
    HeapReading.afterCollection(
        processes.serverPid().orElseThrow(() -> new IOException("the server has ended")));
    return processes.memory();
  }
}
