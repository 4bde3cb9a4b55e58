package io.parley.bench.machine;

/// Processor time that has been used, in seconds of user and system time together.
///
/// @param server by the server without its database
/// @param database by the server's PostgreSQL
/// @param generator by the load generator
/// @param machine by everything that runs on the machine
public record CpuReading(double server, double database, double generator, double machine) {

  /// What was used between an earlier reading and this one.
  public CpuReading since(CpuReading earlier) {
    return new CpuReading(
        server - earlier.server,
        database - earlier.database,
        generator - earlier.generator,
        machine - earlier.machine);
  }

  /// The same use for each thousand of some messages.
  public CpuReading perThousand(long messages) {
    var thousands = Math.max(messages, 1) / 1000.0;
    return new CpuReading(
        server / thousands, database / thousands, generator / thousands, machine / thousands);
  }

  /// What was used by processes that have nothing to do with the measurement, and disturbed it.
  public double others() {
    return Math.max(0, machine - server - database - generator);
  }

  /// What the server and its database used together.
  public double serving() {
    return server + database;
  }
}
