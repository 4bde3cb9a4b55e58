package io.parley.testkit;

import io.parley.core.license.LicenseId;
import io.parley.server.composition.Server;
import io.parley.server.composition.Surroundings;
import io.parley.server.config.ServerConfig;
import io.parley.server.provisioning.Provisioning;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/// A running server: the production composition on a port of its own, with a database of its own.
public final class ParleyServer implements AutoCloseable {
  private final List<TestLicense> licenses;
  private final ServerConfig config;
  private final TestClock clock;
  private final Deque<Runnable> clients = new ArrayDeque<>();
  private Server server;

  private ParleyServer(List<TestLicense> licenses, ServerConfig config) {
    this.licenses = List.copyOf(licenses);
    this.config = config;
    this.clock = new TestClock(Surroundings.real(System.getenv()).clock());
    this.server = launched();
  }

  /// Starts a server with the usual license.
  public static ParleyServer start() {
    return start(TestLicense.usual());
  }

  /// Starts a server with these licenses.
  public static ParleyServer start(TestLicense... licenses) {
    return new ParleyServer(List.of(licenses), quietConfig());
  }

  /// Starts a server with these licenses and settings; data directory, port and database stay the
  /// test's.
  public static ParleyServer start(ServerConfig config, TestLicense... licenses) {
    ServerConfig quiet = quietConfig();
    return new ParleyServer(
        List.of(licenses),
        config.withPort(0).withData(quiet.data()).withDatabaseUrl(SharedPostgres.newDatabase()));
  }

  private static ServerConfig quietConfig() {
    return ServerConfig.DEFAULTS
        .withPort(0)
        .withData(Directories.temporary())
        .withDatabaseUrl(SharedPostgres.newDatabase());
  }

  private Server launched() {
    var launched =
        new Server(
            config,
            Surroundings.real(System.getenv()).withClock(clock),
            licenses.stream()
                .map(license -> Provisioning.parse("license " + license.id(), license.text()))
                .reduce(Provisioning.NONE, Provisioning::and));
    launched.start();
    return launched;
  }

  /// Stops the server and starts it again on the same database, that much later. Clients are cut
  /// off.
  public void restartAfter(Duration time) {
    server.close();
    clock.advance(time);
    server = launched();
  }

  /// The first column of what a query finds in the database, for what nobody tells over the wire.
  public List<String> rows(String sql) {
    try (var connection = DriverManager.getConnection(config.databaseUrl());
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("the database could not be asked", e);
    }
  }

  /// The server's database.
  public String databaseUrl() {
    return Objects.requireNonNull(config.databaseUrl());
  }

  /// The server's data directory.
  public Path data() {
    return config.data();
  }

  /// Where the server is.
  public URI address() {
    return server.address();
  }

  /// Where its WebSockets are.
  URI webSocketAddress(String path) {
    return URI.create(address().toString().replaceFirst("^http", "ws") + path);
  }

  /// The first license.
  public TestLicense license() {
    return licenses.getFirst();
  }

  /// Lets time pass for the server, which then does what is due.
  public void passTime(Duration time) {
    clock.advance(time);
    licenses.forEach(license -> server.placement().wake(new LicenseId(license.id())));
  }

  /// An agent of the first license, logged in and accepting chats.
  public TestAgent agent(String agentId) {
    return keep(TestAgent.logIn(this, agentId));
  }

  /// A new customer of the first license, who is not logged in.
  public CustomerAccess access() {
    return CustomerAccess.ofNewCustomer(this);
  }

  /// A customer of the first license, logged in with that payload beside the token.
  public TestCustomer customer(CustomerAccess access, String payload, Object... values) {
    return keep(TestCustomer.logIn(this, access, payload, values));
  }

  /// A new customer of the first license, logged in.
  public TestCustomer customer() {
    return keep(TestCustomer.logIn(this, CustomerAccess.ofNewCustomer(this)));
  }

  /// A customer of the first license again, logged in on another connection.
  public TestCustomer customer(CustomerAccess access) {
    return keep(TestCustomer.logIn(this, access));
  }

  /// A connection on which nobody has logged in.
  public RtmClient connection(String path) {
    RtmClient client = RtmClient.open(webSocketAddress(path));
    clients.push(client::close);
    return client;
  }

  /// Everybody goes: agents log out, connections are closed. For tests that share a server.
  public void dismiss() {
    while (!clients.isEmpty()) {
      clients.pop().run();
    }
  }

  /// The Web API.
  public WebClient web() {
    return new WebClient(address());
  }

  private <T extends TestUser> T keep(T user) {
    clients.push(user::close);
    return user;
  }

  /// Closes the connections and stops the server.
  ///
  /// @throws AssertionError if one of the connections got what the catalogue does not promise
  @Override
  public void close() {
    try {
      dismiss();
    } finally {
      server.close();
      Directories.delete(config.data());
    }
  }
}
