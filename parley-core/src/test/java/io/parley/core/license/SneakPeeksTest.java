package io.parley.core.license;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.DORA;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.LicenseRun;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.SendSneakPeek;
import io.parley.core.chat.SneakPeeked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The first text at once, then two a second, the latest of them, and none after the message.
class SneakPeeksTest {
  private static final Duration PACE = Duration.ofMillis(500);

  private final LicenseRun run = LicenseRun.ofAcme().loggedIn(ANNA);
  private final ChatId chatId = run.starts(CARL);

  @Test
  void shouldShowTheFirstTextAtOnce() {
    types("H");

    assertThat(shown()).containsExactly("H");
  }

  @Test
  void shouldShowTheLatestTextWhenItsTurnComes() {
    types("H");
    run.pass(Duration.ofMillis(10));
    types("He");
    run.pass(Duration.ofMillis(10));
    types("Hel");
    assertThat(shown()).containsExactly("H");

    Instant due = run.license.nextDeadline().orElseThrow();
    assertThat(due).isEqualTo(run.last(SneakPeeked.class).at().plus(Duration.ofMillis(480)));
    run.pass(Duration.ofMillis(480));
    run.result(new Tick());

    assertThat(shown()).containsExactly("H", "Hel");
    assertThat(run.audienceOf(run.lastChange()).members()).containsExactly(ANNA);
  }

  @Test
  void shouldNeverShowMoreThanTwoASecond() {
    for (int i = 0; i < 299; i++) {
      types("text " + i);
      run.pass(Duration.ofMillis(10));
      if (run.license.nextDeadline().filter(at -> !at.isAfter(run.context.now())).isPresent()) {
        run.result(new Tick());
      }
    }

    assertThat(shown()).hasSize(6).startsWith("text 0");
    List<Instant> times =
        run.all(SneakPeeked.class).stream()
            .filter(SneakPeeked::shown)
            .map(SneakPeeked::at)
            .toList();
    for (int i = 1; i < times.size(); i++) {
      assertThat(Duration.between(times.get(i - 1), times.get(i))).isGreaterThanOrEqualTo(PACE);
    }
  }

  @Test
  void shouldShowATextAtOnceAfterAPause() {
    types("H");
    run.pass(PACE);
    types("Hello");

    assertThat(shown()).containsExactly("H", "Hello");
  }

  @Test
  void shouldShowNothingAfterTheMessageWasSent() {
    types("H");
    types("Hell");
    Optional<Instant> before = run.license.nextDeadline();
    run.sends(as(CARL), chatId, text("Hello"));

    assertThat(run.license.nextDeadline()).isNotEqualTo(before);
    run.pass(PACE);
    run.result(new Tick());
    assertThat(shown()).containsExactly("H");
  }

  @Test
  void shouldShowNothingAfterTheThreadWasClosed() {
    types("H");
    types("Hell");
    run.result(new CloseThread(as(ANNA), chatId));

    run.pass(PACE);
    run.result(new Tick());
    assertThat(shown()).containsExactly("H");
  }

  @Test
  void shouldGoOnShowingWhenAnAgentWritesMeanwhile() {
    types("H");
    types("Hell");
    run.sends(as(ANNA), chatId, text("Hello!"));

    run.pass(PACE);
    run.result(new Tick());
    assertThat(shown()).containsExactly("H", "Hell");
  }

  @Test
  void shouldKeepEachChatsOwnPace() {
    ChatId other = run.starts(DORA);
    types("H");
    run.result(new SendSneakPeek(as(DORA), other, "G"));

    assertThat(shown()).containsExactly("H", "G");
  }

  private void types(String text) {
    run.result(new SendSneakPeek(as(CARL), chatId, text));
  }

  private List<String> shown() {
    return run.all(SneakPeeked.class).stream()
        .filter(SneakPeeked::shown)
        .map(SneakPeeked::text)
        .toList();
  }
}
