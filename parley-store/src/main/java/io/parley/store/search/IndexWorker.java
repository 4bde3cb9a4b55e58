package io.parley.store.search;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the index of texts, for all licenses of the database. Of several workers on one database,
/// one works at a time.
///
/// Each step is a transaction that sees one moment. A thread that the journal changed meanwhile, or
/// holds, makes the step void; it is done again later.
public final class IndexWorker implements Runnable, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(IndexWorker.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PAUSE_OF_ACTIVE = Duration.ofSeconds(10);
  private static final int ACTIVE_SHARE = 50;
  private static final int EVENTS_TO_NOTE = 16;
  static final long TURN = 0x7061726c65790001L;

  private static final String SET_UNINDEXED =
      """
      with held as (
        select t.license_id, t.id
        from customer cu
        join chat_user m on m.license_id = cu.license_id and m.user_key = 'c:' || cu.id
        join thread t on t.license_id = m.license_id and t.chat_id = m.chat_id
        where cu.renamed and t.closed_at is not null and not t.unindexed
        for no key update of t skip locked)
      update thread t set unindexed = true
      from held
      where t.license_id = held.license_id and t.id = held.id
      """;

  private static final String FORGET_RENAMED =
      """
      with held as (
        select cu.license_id, cu.id
        from customer cu
        where cu.renamed
          and not exists (
            select from chat_user m
            join thread t on t.license_id = m.license_id and t.chat_id = m.chat_id
            where m.license_id = cu.license_id and m.user_key = 'c:' || cu.id
              and t.closed_at is not null and not t.unindexed)
        for no key update of cu skip locked)
      update customer cu set renamed = false
      from held
      where cu.license_id = held.license_id and cu.id = held.id
      """;

  private final Jdbi jdbi;
  private final Stride stride;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread;
  private long activeDue = System.nanoTime();

  /// What is done in one transaction.
  private interface Step {
    /// Whether there may be more to do.
    boolean in(Handle handle);
  }

  /// Over a database with the schema. Does nothing by itself until [#start].
  ///
  /// @param full whether the processors had nothing to spare during the last 200 ms: then the
  ///     worker makes way
  public IndexWorker(Jdbi jdbi, BooleanSupplier full) {
    this.jdbi = jdbi;
    this.stride = new Stride(full);
    this.thread = Thread.ofPlatform().name("archive-index").daemon().unstarted(this);
  }

  /// Works from now on, in the background.
  public IndexWorker start() {
    thread.start();
    return this;
  }

  @Override
  public void run() {
    try {
      do {
        round();
      } while (!ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() {
    try {
      noteRenamed();
      indexClosed();
      if (System.nanoTime() - activeDue >= 0) {
        long took = noteActive(EVENTS_TO_NOTE);
        activeDue = System.nanoTime() + Math.max(PAUSE_OF_ACTIVE.toNanos(), ACTIVE_SHARE * took);
      }
    } catch (JdbiException e) {
      log.warn("The index of texts could not be kept; it will be tried again", e);
    }
  }

  /// Takes in every thread that was closed before.
  public void indexClosed() {
    boolean areMore;
    do {
      long begin = System.nanoTime();
      areMore = inTurn(handle -> ClosedThreads.index(handle, stride.length()));
      stride.took(System.nanoTime() - begin, areMore);
    } while (areMore && stride.goesOn(ended));
  }

  /// Has the closed threads of customers who are called otherwise now taken in anew.
  public void noteRenamed() {
    inTurn(
        handle -> {
          handle.execute(SET_UNINDEXED);
          handle.execute(FORGET_RENAMED);
          return false;
        });
  }

  /// Notes the first events of active threads.
  ///
  /// @param least how many there must be of a thread of which nothing is noted
  /// @return how long that took, without the rests, in nanoseconds
  public long noteActive(int least) {
    var threads = new ActiveThreads();
    long walked = 0;
    boolean areMore;
    do {
      long begin = System.nanoTime();
      areMore = inTurn(handle -> threads.note(handle, least, stride.length()));
      long took = System.nanoTime() - begin;
      stride.took(took, areMore);
      walked += took;
    } while (areMore && stride.goesOn(ended));
    return walked;
  }

  /// Does a step unless another worker is at it; one that the journal got in the way of counts as
  /// nothing done.
  private boolean inTurn(Step step) {
    try {
      return jdbi.inTransaction(
          TransactionIsolationLevel.REPEATABLE_READ,
          handle -> {
            handle.execute("set local synchronous_commit = off");
            boolean mine =
                handle
                    .createQuery("select pg_try_advisory_xact_lock(:turn)")
                    .bind("turn", TURN)
                    .mapTo(Boolean.class)
                    .one();
            return mine && step.in(handle);
          });
    } catch (JdbiException e) {
      if (isInTheWay(e)) {
        return false;
      }
      throw e;
    }
  }

  private static boolean isInTheWay(JdbiException e) {
    return e.getCause() instanceof SQLException cause
        && cause.getSQLState() != null
        && cause.getSQLState().startsWith("40");
  }

  /// Ends when the step at hand is done.
  @Override
  public void close() {
    ended.countDown();
    try {
      if (thread.isAlive()) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
