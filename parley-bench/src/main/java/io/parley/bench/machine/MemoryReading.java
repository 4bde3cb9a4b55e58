package io.parley.bench.machine;

/// Memory that a server has at one moment, in bytes.
///
/// @param serverResident resident memory of the server's process
/// @param databaseProportional resident memory of all processes of its PostgreSQL together; what
/// several of them share counts once
public record MemoryReading(long serverResident, long databaseProportional) {
  /// Nothing at all: for servers whose processes are not known.
  public static final MemoryReading NONE = new MemoryReading(0, 0);

  private static final double MIB = 1 << 20;

  /// The server with its database.
  public long total() {
    return serverResident + databaseProportional;
  }

  /// The server's part in MiB.
  public double serverMib() {
    return serverResident / MIB;
  }

  /// The database's part in MiB.
  public double databaseMib() {
    return databaseProportional / MIB;
  }

  /// Both in MiB.
  public double totalMib() {
    return total() / MIB;
  }
}
