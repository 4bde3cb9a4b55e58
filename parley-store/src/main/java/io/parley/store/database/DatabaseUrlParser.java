package io.parley.store.database;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/// Takes database URLs apart. Its messages name the part that is wrong and never repeat its text,
/// since a badly written password can end up in any part.
final class DatabaseUrlParser {

  private static final String JDBC = "jdbc:postgresql://";
  private static final List<String> LIBPQ = List.of("postgres://", "postgresql://");
  private static final String USER = PGProperty.USER.getName();
  private static final String PASSWORD = PGProperty.PASSWORD.getName();
  private static final String SSL_ROOT_CERT = PGProperty.SSL_ROOT_CERT.getName();
  private static final Set<String> SECRETS = Set.of(PASSWORD, PGProperty.SSL_PASSWORD.getName());
  private static final Set<String> SSL_MODES =
      Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
  private static final Pattern HOST =
      Pattern.compile("(?<name>\\[[0-9A-Fa-f:.%]+]|[A-Za-z0-9._-]+)(:(?<port>.*))?");

  /// libpq's name of a parameter to the driver's.
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "connect_timeout", PGProperty.CONNECT_TIMEOUT.getName(),
          "application_name", PGProperty.APPLICATION_NAME.getName(),
          "channel_binding", PGProperty.CHANNEL_BINDING.getName(),
          "gssencmode", PGProperty.GSS_ENC_MODE.getName(),
          "keepalives", PGProperty.TCP_KEEP_ALIVE.getName(),
          "load_balance_hosts", PGProperty.LOAD_BALANCE_HOSTS.getName(),
          "target_session_attrs", PGProperty.TARGET_SERVER_TYPE.getName());

  /// libpq's values, under the driver's names, to the driver's.
  private static final Map<String, Map<String, String>> DRIVER_VALUES =
      Map.of(
          PGProperty.TCP_KEEP_ALIVE.getName(), Map.of("1", "true", "0", "false"),
          PGProperty.LOAD_BALANCE_HOSTS.getName(), Map.of("random", "true", "disable", "false"),
          PGProperty.TARGET_SERVER_TYPE.getName(),
              Map.of(
                  "read-write", "primary",
                  "read-only", "secondary",
                  "standby", "secondary",
                  "prefer-standby", "preferSecondary"));

  private DatabaseUrlParser() {}

  /// A URL in parts: hosts with ports, the database's name decoded, parameters under the driver's
  /// names.
  record Parts(String hosts, String database, Map<String, String> parameters) {}

  static Parts parse(String text) {
    if (text.startsWith(JDBC)) {
      return parts(text.substring(JDBC.length()), true);
    }
    for (var scheme : LIBPQ) {
      if (text.startsWith(scheme)) {
        return parts(text.substring(scheme.length()), false);
      }
    }
    throw wrong("must begin with jdbc:postgresql://, postgres:// or postgresql://");
  }

  /// Writes a database's name so that the driver reads it back.
  static String encode(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Parts parts(String rest, boolean jdbc) {
    if (rest.indexOf('#') >= 0) {
      throw wrong("has a '#', which must be written as %23");
    }
    int queryAt = rest.indexOf('?');
    var address = queryAt < 0 ? rest : rest.substring(0, queryAt);
    var query = queryAt < 0 ? "" : rest.substring(queryAt + 1);
    int pathAt = address.indexOf('/');
    var authority = pathAt < 0 ? address : address.substring(0, pathAt);
    var path = pathAt < 0 ? "" : address.substring(pathAt + 1);
    int loginEnd = authority.lastIndexOf('@');
    if (loginEnd < 0 && !jdbc && rest.indexOf('@') >= 0) {
      throw wrong("has a user or password whose special characters are not percent-encoded");
    }
    if (loginEnd >= 0 && jdbc) {
      throw wrong("must give user and password as ?user=…&password=… when it begins with jdbc:");
    }

    var parameters = new LinkedHashMap<String, String>();
    if (loginEnd >= 0) {
      readLogin(authority.substring(0, loginEnd), parameters);
    }
    readQuery(query, jdbc, parameters);
    var hosts = hosts(authority.substring(loginEnd + 1));
    var database = decode(path, jdbc, "database name");
    if (database.isEmpty()) {
      database = parameters.getOrDefault(USER, "");
    }
    if (database.isEmpty()) {
      throw wrong("names no database");
    }
    return new Parts(hosts, database, parameters);
  }

  private static void readLogin(String login, Map<String, String> parameters) {
    int colon = login.indexOf(':');
    var user = decode(colon < 0 ? login : login.substring(0, colon), false, "user");
    if (user.isEmpty()) {
      throw wrong("has an empty user");
    }
    parameters.put(USER, user);
    if (colon >= 0) {
      parameters.put(PASSWORD, decode(login.substring(colon + 1), false, "password"));
    }
  }

  private static String hosts(String text) {
    var hosts = new ArrayList<String>();
    for (var one : (text.isEmpty() ? "localhost" : text).split(",", -1)) {
      var match = HOST.matcher(one);
      if (!match.matches()) {
        throw wrong(
            one.startsWith("%2F") || one.startsWith("%2f")
                ? "names a Unix socket, which the driver can't use; give a host and port"
                : "has a wrong host");
      }
      hosts.add(match.group("name") + ":" + port(match.group("port")));
    }
    return String.join(",", hosts);
  }

  private static int port(@Nullable String text) {
    if (text == null) {
      return 5432;
    }
    if (text.matches("\\d{1,5}")) {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    }
    throw wrong("has a port that is not a number from 1 to 65535");
  }

  private static void readQuery(String query, boolean jdbc, Map<String, String> parameters) {
    for (var pair : query.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      boolean afterSecret = parameters.keySet().stream().anyMatch(SECRETS::contains);
      var given = decode(equals < 0 ? pair : pair.substring(0, equals), jdbc, "parameter");
      var shown = afterSecret ? "a parameter after the password" : "the parameter " + given;
      if (equals < 0) {
        throw wrong("gives " + shown + " no value");
      }
      var name = DRIVER_NAMES.getOrDefault(given, given);
      if (PGProperty.forName(name) == null) {
        throw wrong("has " + shown + " that PostgreSQL does not know");
      }
      var value = decode(pair.substring(equals + 1), jdbc, shown);
      parameters.put(name, DRIVER_VALUES.getOrDefault(name, Map.of()).getOrDefault(value, value));
    }
    checkTls(parameters);
  }

  private static void checkTls(Map<String, String> parameters) {
    if ("system".equals(parameters.get(SSL_ROOT_CERT))) {
      parameters.remove(SSL_ROOT_CERT);
      parameters.put(PGProperty.SSL_FACTORY.getName(), "org.postgresql.ssl.DefaultJavaSSLFactory");
      parameters.putIfAbsent(PGProperty.SSL_MODE.getName(), "verify-full");
    }
    var mode = parameters.get(PGProperty.SSL_MODE.getName());
    if (mode != null && !SSL_MODES.contains(mode)) {
      throw wrong(
          "has a wrong sslmode; it is one of disable, allow, prefer, require, verify-ca, verify-full");
    }
  }

  /// In JDBC URLs a plus sign is a space, as the driver has it; in libpq's it stands for itself.
  private static String decode(String text, boolean plusIsSpace, String part) {
    try {
      return URLDecoder.decode(
          plusIsSpace ? text : text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw wrong("is not well percent-encoded in its " + part);
    }
  }

  private static DatabaseUnavailable wrong(String what) {
    return new DatabaseUnavailable("the database URL " + what);
  }
}
