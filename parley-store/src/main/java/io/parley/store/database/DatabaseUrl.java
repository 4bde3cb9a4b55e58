package io.parley.store.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.postgresql.PGProperty;

/// Where a database is and how to log in to it: an address without parameters, and the parameters
/// apart, so that the address can be shown and the secrets can't.
public final class DatabaseUrl {

  private final String hosts;
  private final String database;
  private final Map<String, String> parameters;

  private DatabaseUrl(String hosts, String database, Map<String, String> parameters) {
    this.hosts = hosts;
    this.database = database;
    this.parameters = Map.copyOf(parameters);
  }

  /// Reads `jdbc:postgresql://…`, `postgres://…` and `postgresql://…`. Parameters of libpq are
  /// translated to those of the JDBC driver; one that neither knows is refused, as a misspelt
  /// `sslmode` must not pass for an absent one.
  ///
  /// @throws DatabaseUnavailable when a part is wrong; the message names the part and repeats no
  /// secret
  public static DatabaseUrl parse(String text) {
    var parts = DatabaseUrlParser.parse(text.strip());
    return new DatabaseUrl(parts.hosts(), parts.database(), parts.parameters());
  }

  /// A database whose address is known in parts.
  public static DatabaseUrl of(
      String host, int port, String database, String user, String password) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put(PGProperty.USER.getName(), user);
    parameters.put(PGProperty.PASSWORD.getName(), password);
    return new DatabaseUrl(host + ":" + port, database, parameters);
  }

  /// The address for the JDBC driver, with neither parameters nor secrets.
  public String jdbcUrl() {
    return "jdbc:postgresql://" + hosts + "/" + DatabaseUrlParser.encode(database);
  }

  /// What the JDBC driver is told beside the address: user, password, TLS and the like.
  public Properties properties() {
    var properties = new Properties();
    parameters.forEach(properties::setProperty);
    return properties;
  }

  /// The name of the database.
  public String database() {
    return database;
  }

  /// The user's name, or the driver's default when the URL has none.
  String user() {
    return parameters.getOrDefault(PGProperty.USER.getName(), System.getProperty("user.name", ""));
  }

  /// Host and port as the URL says them, for messages.
  String hosts() {
    return hosts;
  }

  /// Shows host, port, database and user, and no other parameter.
  @Override
  public String toString() {
    return user() + "@" + hosts + "/" + database;
  }
}
