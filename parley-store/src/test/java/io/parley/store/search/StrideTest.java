package io.parley.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StrideTest {
  private static final long LONG = TimeUnit.SECONDS.toNanos(2);
  private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(10);

  /// What a look at the processors says, one after the other.
  private final Deque<Boolean> glances = new ArrayDeque<>();

  private final Stride stride = new Stride(glances::removeFirst);
  private final CountDownLatch ended = new CountDownLatch(1);

  @Test
  void shouldNotLookAroundAfterEachStep() {
    stride.took(SHORT, true);

    assertThat(stride.goesOn(ended)).isTrue();
  }

  @Test
  void shouldRestUntilTheProcessorsHaveSomethingToSpare() {
    glances.addAll(List.of(false, true, false, true));
    glances.addAll(Collections.nCopies(5, false));
    stride.took(LONG, true);

    assertThat(stride.goesOn(ended)).isTrue();

    assertThat(glances).isEmpty();
  }

  @Test
  void shouldNotTakeItsOwnLastStepForTheWorkOfOthers() {
    glances.addAll(List.of(true, false));
    stride.took(LONG, true);

    assertThat(stride.goesOn(ended)).isTrue();

    assertThat(glances).isEmpty();
  }

  @Test
  void shouldEndWhenToldTo() {
    stride.took(LONG, true);
    ended.countDown();

    assertThat(stride.goesOn(ended)).isFalse();
  }

  @Test
  void shouldMakeStepsOfAboutTheSameTime() {
    int first = stride.length();

    stride.took(SHORT, true);
    assertThat(stride.length()).isEqualTo(2 * first);
    stride.took(LONG, true);
    assertThat(stride.length()).isLessThan(first);
    for (int i = 0; i < 20; i++) {
      stride.took(LONG, true);
    }
    assertThat(stride.length()).isEqualTo(100);
  }

  @Test
  void shouldLearnNothingFromStepsThatFoundLittleToDo() {
    int first = stride.length();

    stride.took(SHORT, false);

    assertThat(stride.length()).isEqualTo(first);
  }
}
