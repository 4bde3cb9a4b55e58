package io.parley.store.journal;

import io.parley.core.license.LicenseId;
import io.parley.runtime.Journal.Batch;
import io.parley.store.outbox.OutboxListener;
import io.parley.store.outbox.WebhookBodies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes groups of batches, each in one transaction, on a connection of its own that it takes anew
/// when it broke. For one thread.
final class GroupWriter implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(GroupWriter.class);

  /// Every row is found by its primary key: one plan is right for any number of rows, also while
  /// the tables are new and PostgreSQL takes them for small.
  private static final String SETTINGS =
      """
      set plan_cache_mode = force_generic_plan;
      set enable_seqscan = off;
      set idle_in_transaction_session_timeout = '60s';
      """;

  private static final String NO_SETTINGS =
      """
      reset plan_cache_mode;
      reset enable_seqscan;
      reset idle_in_transaction_session_timeout;
      """;

  private final DataSource dataSource;
  private final ActiveThreads activeThreads;
  private final WebhookBodies bodies;
  private final OutboxListener outbox;
  private @Nullable Connection connection;
  private @Nullable Statements statements;

  GroupWriter(
      DataSource dataSource,
      ActiveThreads activeThreads,
      WebhookBodies bodies,
      OutboxListener outbox) {
    this.dataSource = dataSource;
    this.activeThreads = activeThreads;
    this.bodies = bodies;
    this.outbox = outbox;
  }

  /// Writes what the batches change and commits it.
  ///
  /// @param batches with changes; not of two epochs of one license
  /// @return the licenses that belong to somebody else now: nothing of theirs is written
  /// @throws SQLException when nothing is written; the writer may be used again
  Set<LicenseId> write(List<Batch> batches) throws SQLException {
    Rows rows = Rows.of(batches, activeThreads, bodies);
    boolean[] inDoubt = {false};
    try {
      return write(batches, rows, inDoubt);
    } catch (SQLException e) {
      if (isUsable()) {
        throw e;
      }
      release();
      if (inDoubt[0]) {
        Set<LicenseId> missing = notCommitted(rows.tenures(), e);
        rows.outbox().tell(outbox, missing);
        return missing;
      }
      throw e;
    } catch (RuntimeException e) {
      release();
      throw e;
    }
  }

  private Set<LicenseId> write(List<Batch> batches, Rows rows, boolean[] inDoubt)
      throws SQLException {
    Connection open = connection();
    open.setAutoCommit(rows.areEventsOnly());
    inDoubt[0] = rows.areEventsOnly();
    Set<LicenseId> fenced = rows.fenceAndWriteEvents(statements(open));
    if (rows.areEventsOnly()) {
      rows.outbox().tell(outbox, fenced);
      return fenced;
    }
    if (fenced.isEmpty()) {
      rows.writeTheRest(statements(open));
      inDoubt[0] = true;
      open.commit();
      rows.outbox().tell(outbox, fenced);
      return Set.of();
    }
    open.rollback();
    var rest = batches.stream().filter(batch -> !fenced.contains(batch.licenseId())).toList();
    if (!rest.isEmpty()) {
      fenced.addAll(write(rest));
    }
    return fenced;
  }

  /// After a connection that broke while a commit was on its way: asks the database what became of
  /// it. Waits until the transaction is over, for it holds the rows of its licenses.
  private Set<LicenseId> notCommitted(Map<LicenseId, Tenure> tenures, SQLException failure)
      throws SQLException {
    var missing = new HashSet<>(tenures.keySet());
    try (Connection asked = dataSource.getConnection()) {
      asked.setAutoCommit(false);
      try (PreparedStatement query =
          asked.prepareStatement(
              "select id, epoch, seq from license where id = any (?) order by id for update")) {
        var ids = tenures.keySet().stream().map(LicenseId::value).toArray(Long[]::new);
        query.setArray(1, asked.createArrayOf("int8", ids));
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            var licenseId = new LicenseId(row.getLong("id"));
            Tenure tenure = tenures.get(licenseId);
            if (tenure != null
                && row.getLong("epoch") == tenure.epoch()
                && row.getLong("seq") >= tenure.lastSeq()) {
              missing.remove(licenseId);
            }
          }
        }
      } finally {
        asked.rollback();
      }
    } catch (SQLException e) {
      failure.addSuppressed(e);
      throw failure;
    }
    if (missing.size() == tenures.size()) {
      throw failure;
    }
    log.warn("The connection broke during a commit that took place", failure);
    return missing;
  }

  private Connection connection() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = dataSource.getConnection();
      connection = open;
      statements = new Statements(open);
      try (var setting = open.createStatement()) {
        setting.execute(SETTINGS);
      }
    }
    return open;
  }

  private Statements statements(Connection open) {
    Statements current = statements;
    if (current == null) {
      current = new Statements(open);
      statements = current;
    }
    return current;
  }

  /// Rolls back; false if the connection can't be used any more.
  private boolean isUsable() {
    Connection open = connection;
    if (open == null) {
      return false;
    }
    try {
      if (!open.getAutoCommit()) {
        open.rollback();
      }
      return open.isValid(5);
    } catch (SQLException e) {
      log.debug("Rolling back failed", e);
      return false;
    }
  }

  private void release() {
    Connection broken = connection;
    connection = null;
    statements = null;
    if (broken != null) {
      try {
        broken.close();
      } catch (SQLException e) {
        log.debug("Closing a connection failed", e);
      }
    }
  }

  @Override
  public void close() {
    Connection open = connection;
    if (open != null) {
      try (var setting = open.createStatement()) {
        open.setAutoCommit(true);
        setting.execute(NO_SETTINGS);
      } catch (SQLException e) {
        log.debug("Resetting a connection failed", e);
      }
    }
    release();
  }
}
