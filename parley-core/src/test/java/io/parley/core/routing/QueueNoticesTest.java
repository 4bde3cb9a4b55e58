package io.parley.core.routing;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.agent;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.continuous;
import static io.parley.core.LicenseRun.in;
import static io.parley.core.TestSettings.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.LicenseRun;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.ThreadPropertiesUpdated;
import io.parley.core.license.Tick;
import io.parley.core.property.PropertyValue.Whole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is told of places in line.
class QueueNoticesTest {
  private final LicenseRun run =
      LicenseRun.with(settings().customerChats(99).build(), agent(ANNA, 1, SALES), agent(BERT, 1))
          .loggedIn(ANNA);
  private final List<ChatId> line = new ArrayList<>();

  /// Anna is busy with the first chat; so many others wait, and were looked at.
  private ChatId waiting(int count) {
    ChatId first = run.starts(as(CARL), in(SALES));
    for (int i = 0; i < count; i++) {
      line.add(run.starts(as(CARL), in(SALES)));
    }
    run.result(new Tick());
    return first;
  }

  private static Long place(LicenseRun run, ChatId chatId) {
    return run.chat(chatId).lastThread().properties().get("lc2", "queue_pos")
            instanceof Whole(long value)
        ? Long.valueOf(value)
        : null;
  }

  private Long place(ChatId chatId) {
    return place(run, chatId);
  }

  private long told() {
    return run.all(ThreadPropertiesUpdated.class).stream()
        .filter(updated -> updated.properties().get("lc2", "queue_pos") != null)
        .count();
  }

  private boolean isReviewDue() {
    return run.license.nextDeadline().filter(next -> !next.isAfter(run.context.now())).isPresent();
  }

  @Test
  void shouldTellThePlaceOfWhoComesIntoTheLine() {
    ChatId served = run.starts(as(CARL), in(SALES));
    ChatId first = run.starts(as(CARL), in(SALES));
    ChatId second = run.starts(as(CARL), in(SALES));

    assertThat(place(served)).isNull();
    assertThat(place(first)).isEqualTo(1);
    assertThat(place(second)).isEqualTo(2);
  }

  @Test
  void shouldTellThoseWhoMoveUpTogether() {
    ChatId served = waiting(3);
    long before = told();
    run.result(new CloseThread(as(ANNA), served));
    run.pass(Duration.ofSeconds(1));
    run.result(new CloseThread(as(ANNA), line.getFirst()));
    assertThat(isReviewDue()).isFalse();
    assertThat(place(line.get(2))).isEqualTo(3);

    run.pass(Duration.ofSeconds(4));
    assertThat(isReviewDue()).isTrue();
    run.result(new Tick());

    assertThat(place(line.get(2))).isEqualTo(1);
    assertThat(told()).isEqualTo(before + 1);
    assertThat(isReviewDue()).isFalse();
  }

  @Test
  void shouldTakeThePlaceFromWhoLeavesTheLine() {
    ChatId served = waiting(2);

    run.result(new CloseThread(as(CARL), line.get(1)));
    run.result(new CloseThread(as(ANNA), served));

    assertThat(run.chat(line.getFirst()).presentAgents()).containsExactly(ANNA);
    assertThat(place(line.getFirst())).isNull();
    assertThat(place(line.get(1))).isNull();
  }

  @Test
  void shouldSayHowLongTheWaitWillBeOnceThatIsKnown() {
    ChatId served = waiting(4);
    for (ChatId next : List.of(line.get(0), line.get(1))) {
      run.pass(Duration.ofSeconds(30));
      run.result(new CloseThread(as(ANNA), served));
      run.result(new Tick());
      served = next;
    }

    var told = run.chat(line.get(2)).lastThread().properties();

    assertThat(told.get("lc2", "queue_pos")).isEqualTo(new Whole(1));
    assertThat(told.get("lc2", "queue_waiting_time")).isEqualTo(new Whole(30));
    run.result(new CloseThread(as(ANNA), served));
    assertThat(run.chat(line.get(2)).lastThread().properties().byNamespace())
        .doesNotContainKey("lc2");
  }

  @Test
  void shouldTellThoseFarFromTheHeadOfALongLineOnlyOfFarMoves() {
    ChatId served = waiting(60);
    long before = told();

    run.pass(Duration.ofSeconds(5));
    run.result(new CloseThread(as(ANNA), served));
    run.result(new Tick());

    assertThat(told()).isEqualTo(before + 20);
    assertThat(place(line.get(20))).isEqualTo(20);
    assertThat(place(line.get(59))).isEqualTo(60);
    served = line.getFirst();
    for (int i = 1; i < 6; i++) {
      run.pass(Duration.ofSeconds(5));
      run.result(new CloseThread(as(ANNA), served));
      run.result(new Tick());
      served = line.get(i);
    }
    assertThat(place(line.get(59))).isEqualTo(54);
  }

  @Test
  void shouldTellNoPlaceToChatsThatStayUntilSomebodyComes() {
    run.result(new SetRoutingStatus(ANNA, ANNA, RoutingStatus.NOT_ACCEPTING_CHATS));

    ChatId pinned = run.starts(as(CARL), continuous());

    assertThat(place(pinned)).isNull();
  }

  @Test
  void shouldNotTellAgainAfterARestartWhatIsStillSo() {
    waiting(2);

    var after = run.restarted(ANNA);
    after.result(new Tick());

    assertThat(after.all(ThreadPropertiesUpdated.class)).isEmpty();
    assertThat(place(after, line.get(1))).isEqualTo(2);
  }
}
