package io.parley.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/// Many people doing the same thing, a limited number of them at once.
final class Crowd {
  private static final int AT_ONCE = 48;

  private Crowd() {}

  /// Does something for every number below a count, and returns the results in the order of the
  /// numbers.
  ///
  /// @throws ServerRefusal the first one that any of them met, after all have ended
  static <T> List<T> each(int count, IntFunction<T> task) throws InterruptedException {
    var turnstile = new Semaphore(AT_ONCE);
    var pending = new ArrayList<Future<T>>(count);
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < count; i++) {
        turnstile.acquire();
        pending.add(people.submit(passing(turnstile, task, i)));
      }
    }
    var results = new ArrayList<T>(count);
    for (var result : pending) {
      try {
        results.add(result.get());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof ServerRefusal refusal) {
          throw refusal;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
    return results;
  }

  private static <T> Callable<T> passing(Semaphore turnstile, IntFunction<T> task, int number) {
    return () -> {
      try {
        return task.apply(number);
      } finally {
        turnstile.release();
      }
    };
  }
}
