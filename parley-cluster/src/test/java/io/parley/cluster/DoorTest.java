package io.parley.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.core.license.LicenseId;
import io.parley.core.license.ViewLicense;
import io.parley.runtime.Cause;
import io.parley.runtime.LicenseHost;
import io.parley.runtime.Reply;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorTest {
  private static final LicenseId LICENSE = new LicenseId(100);

  private final LicenseHost host = Hosts.host();
  private final AtomicInteger calls = new AtomicInteger();
  private final Door door = new Door(LICENSE, host, calls::incrementAndGet);
  private final List<Reply> replies = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void shouldCallTheEntityOnceForAllWhoWait() {
    submit();
    submit();
    door.wake();

    assertThat(calls).hasValue(1);
    assertThat(replies).isEmpty();
    assertThat(host.isRunning(LICENSE)).isFalse();
  }

  @Test
  void shouldLetThroughWhoWaitedWhenItOpens() {
    submit();
    submit();

    door.open();

    await().untilAsserted(() -> assertThat(replies).hasSize(2).allMatch(DoorTest::isDone));
  }

  @Test
  void shouldStartTheWriterWhenItOpensThoughNobodyWaits() {
    door.open();

    assertThat(host.isRunning(LICENSE)).isTrue();
  }

  @Test
  void shouldNotCallTheEntityWhileItIsOpen() {
    door.open();
    submit();
    door.wake();

    await().untilAsserted(() -> assertThat(replies).hasSize(1));
    assertThat(calls).hasValue(0);
  }

  @Test
  void shouldCallTheEntityAgainAfterItLeft() {
    door.wake();
    door.open();
    door.shut();
    submit();

    assertThat(host.isRunning(LICENSE)).isFalse();
    assertThat(calls).hasValue(2);
    assertThat(replies).isEmpty();
  }

  @Test
  void shouldAnswerWithAnErrorWhenTheLicenseIsNotPlacedInTime() {
    submit();

    door.giveUp(door.currentCall());

    assertThat(replies).containsExactly(new Reply.Failed());
    submit();
    assertThat(calls).hasValue(2);
  }

  @Test
  void shouldNotGiveUpAnOpenDoorNorALaterCall() {
    submit();
    long first = door.currentCall();
    door.open();
    door.giveUp(first);
    door.shut();
    submit();
    door.giveUp(first);

    await().untilAsserted(() -> assertThat(replies).hasSize(1).allMatch(DoorTest::isDone));
    door.open();
    await().untilAsserted(() -> assertThat(replies).hasSize(2).allMatch(DoorTest::isDone));
  }

  @Test
  void shouldRefuseWhoComesWhenTooManyWait() {
    for (int i = 0; i <= 10_000; i++) {
      submit();
    }

    assertThat(replies).containsExactly(new Reply.Failed());
  }

  private void submit() {
    door.submit(new ViewLicense(), Cause.NONE, replies::add);
  }

  private static boolean isDone(Reply reply) {
    return reply instanceof Reply.Done;
  }
}
