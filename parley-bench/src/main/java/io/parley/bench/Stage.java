package io.parley.bench;

import io.parley.bench.load.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the parts of one session of the bench find what they measure.
///
/// @param root the tree that Parley was built in
/// @param directory for logs and data; each part has a directory of its own there
/// @param servers which servers are measured, where a part can measure several
/// @param postgresPrograms where the durable relay's database comes from, if not from Parley
/// @param attempts how often something is measured at most while others keep the machine busy
record Stage(
    Path root,
    Path directory,
    Set<String> servers,
    @Nullable Path postgresPrograms,
    Attempts attempts) {

  /// A directory for a part, made where it is missing.
  Path directory(String part) throws IOException {
    return Files.createDirectories(directory.resolve(part));
  }

  /// The servers that a part measures; none of them runs yet.
  Contestants contestants(String part, Population people) throws IOException {
    return new Contestants(root, directory(part), people);
  }
}
