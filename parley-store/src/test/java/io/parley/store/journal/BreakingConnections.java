package io.parley.store.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/// Connections that can be told to break right after the server has committed, before anybody here
/// learns of it.
final class BreakingConnections {

  private final AtomicBoolean breakAfterCommit = new AtomicBoolean();
  private final DataSource dataSource;

  BreakingConnections(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  void breakAfterNextCommit() {
    breakAfterCommit.set(true);
  }

  DataSource dataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, method, arguments) -> {
              Object result = invoke(dataSource, method, arguments);
              return result instanceof Connection connection ? breaking(connection) : result;
            });
  }

  private Connection breaking(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              Object result = invoke(connection, method, arguments);
              if (method.getName().equals("commit") && breakAfterCommit.getAndSet(false)) {
                connection.abort(Runnable::run);
                throw new SQLException("the connection broke", "08006");
              }
              return result;
            });
  }

  private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
