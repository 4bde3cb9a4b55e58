package io.parley.server.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// How work that is not urgent makes room.
class SlowWorkTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicInteger looks = new AtomicInteger();

  /// Each breath looks at the time twice; in the first ones a second goes by.
  private long busyFor(int breaths) {
    int look = looks.getAndIncrement();
    return Math.min((look + 1) / 2, breaths) * SECOND;
  }

  @Test
  void shouldGoOnWhenTheProcessIsCalm() throws Exception {
    var done = new CompletableFuture<Integer>();
    try (var work = new SlowWork(() -> busyFor(2))) {
      work.submit(
          breath -> {
            breath.run();
            done.complete(looks.get());
          });

      assertThat(done.get(20, TimeUnit.SECONDS)).isEqualTo(6);
    }
  }

  @Test
  void shouldGoOnInTheEndThoughTheProcessIsBusy() throws Exception {
    var done = new CompletableFuture<Integer>();
    try (var work = new SlowWork(() -> busyFor(Integer.MAX_VALUE))) {
      work.submit(
          breath -> {
            breath.run();
            done.complete(looks.get());
          });

      assertThat(done.get(20, TimeUnit.SECONDS)).isEqualTo(40);
    }
  }

  @Test
  void shouldStopInTheMiddleOfABreath() {
    var work = new SlowWork(() -> busyFor(Integer.MAX_VALUE));
    var begun = new CompletableFuture<Void>();
    var over = new CompletableFuture<Boolean>();
    work.submit(
        breath -> {
          begun.complete(null);
          try {
            breath.run();
            over.complete(false);
          } catch (RuntimeException e) {
            over.complete(true);
            throw e;
          }
        });
    begun.join();

    work.close();

    assertThat(over.join()).isTrue();
  }
}
