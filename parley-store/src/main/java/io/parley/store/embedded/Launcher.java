package io.parley.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A way to run PostgreSQL's programs: the words that go before their own command.
///
/// PostgreSQL refuses to run as root. There it runs in a user namespace of its own, in which it
/// sees itself as another user and yet reaches what root owns; where namespaces are forbidden, as
/// another user, to whom its files are given.
///
/// The words also put it in a session of its own, so that Ctrl-C reaches Parley alone, and have it
/// stopped (SIGINT, its clean and fast way) when the thread that started it ends, where the system
/// has the tools.
///
/// @param user the user that it runs as when that is not Parley's own
record Launcher(String name, List<String> words, Optional<String> user) {

  static final String DIRECTLY = "directly";

  private static final List<String> SESSION = List.of("setsid");
  private static final List<String> NAMESPACE = List.of("setsid", "unshare", "-U", "--");
  private static final List<String> DIES_WITH_PARENT = List.of("--pdeathsig", "INT");
  private static final List<String> OTHER_USERS = List.of("postgres", "nobody");

  /// What a program answered.
  record Answer(int status, String output) {

    boolean isSuccess() {
      return status == 0;
    }
  }

  Launcher {
    words = List.copyOf(words);
  }

  /// The ways to run as Parley's own user, best first.
  static List<Launcher> ownWays() {
    var tied = with(List.of("setpriv"), DIES_WITH_PARENT, "--");
    return List.of(
        new Launcher(DIRECTLY, with(SESSION, tied), Optional.empty()),
        new Launcher(DIRECTLY, List.of(), Optional.empty()),
        new Launcher("in a user namespace", with(NAMESPACE, tied), Optional.empty()),
        new Launcher("in a user namespace", NAMESPACE, Optional.empty()));
  }

  /// The ways to run as another user, which only root can; users that the system lacks are left
  /// out.
  static List<Launcher> otherWays() throws IOException {
    var ways = new ArrayList<Launcher>();
    for (var user : OTHER_USERS) {
      var group = new Launcher("", List.of(), Optional.empty()).run(List.of("id", "-g", user));
      if (group.isSuccess()) {
        var become =
            List.of(
                "setpriv", "--reuid", user, "--regid", group.output().strip(), "--clear-groups");
        ways.add(
            new Launcher(
                "as user " + user,
                with(SESSION, with(become, DIES_WITH_PARENT, "--")),
                Optional.of(user)));
      }
    }
    return ways;
  }

  /// Runs a program to its end.
  Answer run(List<String> command) throws IOException {
    return run(command, "");
  }

  /// Runs a program to its end, with something to read.
  Answer run(List<String> command, String input) throws IOException {
    var process = builder(command).redirectErrorStream(true).start();
    try (var toProgram = process.getOutputStream()) {
      toProgram.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      process.onExit().join();
    }
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(await(process), output);
  }

  /// A process that is not started yet, without the caller's PostgreSQL and language settings.
  ProcessBuilder builder(List<String> command) {
    var builder = new ProcessBuilder(with(words, command)).directory(Path.of("/").toFile());
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    environment.put("LANG", "C");
    return builder;
  }

  /// Gives a directory that Parley has just made to the user that PostgreSQL runs as.
  void give(Path directory) throws IOException {
    if (user.isPresent()) {
      FileTree.give(directory, principal(directory, user.get()));
    }
  }

  /// Gives an older directory to that user if another has it, be it because the last start went
  /// another way.
  void claim(Path directory) throws IOException {
    var owner = user.isPresent() ? principal(directory, user.get()) : ownerOfNewFiles(directory);
    if (!Files.getOwner(directory).equals(owner)) {
      FileTree.give(directory, owner);
    }
  }

  private static UserPrincipal principal(Path directory, String user) throws IOException {
    return directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
  }

  private static UserPrincipal ownerOfNewFiles(Path directory) throws IOException {
    var probe = Files.createTempFile(directory.toAbsolutePath().getParent(), ".owner", "");
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }

  private static int await(Process process) throws IOException {
    try {
      if (process.waitFor(2, TimeUnit.MINUTES)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      throw new IOException("a program of PostgreSQL did not end");
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a program of PostgreSQL ran", e);
    }
  }

  private static List<String> with(List<String> first, List<String> second, String... more) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    all.addAll(List.of(more));
    return all;
  }
}
