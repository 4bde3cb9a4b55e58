package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.core.Audience;
import io.parley.core.Change;
import io.parley.core.Result;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ThreadClosed;
import io.parley.core.chat.ThreadId;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseProfile;
import io.parley.core.license.LicenseView;
import io.parley.core.license.OrganizationId;
import io.parley.core.license.Settings;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.push.EncodedPush;
import io.parley.runtime.Cause;
import io.parley.runtime.Committed;
import io.parley.runtime.Outcome;
import io.parley.runtime.OutcomeBatch;
import io.parley.runtime.Reply;
import io.parley.runtime.ReplyTo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FanOutTest {
  private static final LicenseId LICENSE = new LicenseId(1);
  private static final AgentId ANNA = new AgentId("anna@acme.example");
  private static final AgentId BEN = new AgentId("ben@acme.example");
  private static final AgentId CLEO = new AgentId("cleo@acme.example");
  private static final CustomerId CARL = new CustomerId("carl");
  private static final Change CLOSED =
      new ThreadClosed(
          new ChatId("CHAT"), new ThreadId("THREAD"), ANNA, Instant.parse("2026-01-01T00:00:00Z"));
  private static final Change STATUS = new RoutingStatusSet(ANNA, RoutingStatus.ACCEPTING_CHATS);

  private final Sessions sessions = new Sessions();
  private final List<LicenseView> views = new CopyOnWriteArrayList<>();
  private final AtomicInteger rendered = new AtomicInteger();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FanOut fanOut = new FanOut(sessions, views::add, this::render, meters);
  private final Listening anna = new Listening("anna-1", Reach.MY);
  private final Listening annaElsewhere = new Listening("anna-2", Reach.ALL);
  private final Listening ben = new Listening("ben-1", Reach.ACCESS);
  private final Listening cleo = new Listening("cleo-1", Reach.MY);
  private final Listening carl = new Listening("carl-1", Reach.ALL);
  private boolean broken;

  FanOutTest() {
    sessions.add(LICENSE, ANNA, anna);
    sessions.add(LICENSE, ANNA, annaElsewhere);
    sessions.add(LICENSE, BEN, ben);
    sessions.add(LICENSE, CLEO, cleo);
    sessions.add(LICENSE, CARL, carl);
  }

  @AfterEach
  void close() {
    fanOut.close();
  }

  private List<EncodedPush> render(ApiVersion version, Api side, Change change, LicenseView view) {
    if (broken) {
      throw new IllegalStateException("a bug");
    }
    rendered.incrementAndGet();
    return List.of(new EncodedPush("{\"side\":\"" + side + "\"}"));
  }

  private static LicenseView view(String name) {
    return new LicenseView(
        new LicenseProfile(
            LICENSE,
            new OrganizationId("o"),
            name,
            "plan",
            "dal",
            Instant.parse("2026-01-01T00:00:00Z"),
            Settings.DEFAULTS),
        Map.of(),
        Map.of(),
        Map.of());
  }

  private void deliver(Cause cause, ReplyTo replyTo, Audience audience, Change... changes) {
    var committed = new ArrayList<Committed>();
    for (Change change : changes) {
      committed.add(new Committed(1, change, audience));
    }
    var outcome =
        new Outcome(cause, replyTo, new Reply.Done(Result.Done.DONE, 1), List.copyOf(committed));
    fanOut.deliver(new OutcomeBatch(LICENSE, view("now"), List.of(outcome)));
  }

  private void deliver(Audience audience, Change change) {
    deliver(Cause.NONE, ReplyTo.NOBODY, audience, change);
    settle();
  }

  /// Waits until everything that was handed over is delivered.
  private void settle() {
    var done = new AtomicInteger();
    deliver(Cause.NONE, _ -> done.incrementAndGet(), Audience.NOBODY);
    await().until(() -> done.get() == 1);
  }

  @Test
  void shouldPushToMembersAndCustomersOnAllTheirConnections() {
    deliver(new Audience(List.of(ANNA), List.of(), false, List.of(CARL)), CLOSED);

    assertThat(anna.heard()).containsExactly("{\"side\":\"AGENT\"}");
    assertThat(annaElsewhere.heard()).hasSize(1);
    assertThat(carl.heard()).containsExactly("{\"side\":\"CUSTOMER\"}");
    assertThat(ben.heard()).isEmpty();
  }

  @Test
  void shouldPushToWitnessesWhoseTokenReachesTheirGroupsChats() {
    deliver(new Audience(List.of(), List.of(BEN, CLEO), false, List.of()), CLOSED);

    assertThat(ben.heard()).hasSize(1);
    assertThat(cleo.heard()).isEmpty();
  }

  @Test
  void shouldCountEveryAgentAWitnessOnceIfAllAre() {
    deliver(new Audience(List.of(ANNA), List.of(), true, List.of()), CLOSED);

    assertThat(anna.heard()).hasSize(1);
    assertThat(annaElsewhere.heard()).hasSize(1);
    assertThat(ben.heard()).hasSize(1);
    assertThat(cleo.heard()).isEmpty();
    assertThat(carl.heard()).isEmpty();
  }

  @Test
  void shouldPushWhatConcernsNoChatWhateverTheTokenReaches() {
    deliver(Audience.ALL_AGENTS, STATUS);

    assertThat(List.of(anna, annaElsewhere, ben, cleo))
        .allSatisfy(each -> assertThat(each.heard()).hasSize(1));
  }

  @Test
  void shouldRenderOncePerSide() {
    deliver(new Audience(List.of(ANNA, BEN, CLEO), List.of(), false, List.of(CARL)), CLOSED);

    assertThat(rendered).hasValue(2);
  }

  @Test
  void shouldRenderNothingForNobody() {
    deliver(new Audience(List.of(new AgentId("absent")), List.of(), false, List.of()), CLOSED);

    assertThat(rendered).hasValue(0);
  }

  @Test
  void shouldGiveTheRequestIdToTheCausingConnectionOnly() {
    deliver(
        new Cause("anna-1", "r-1"),
        ReplyTo.NOBODY,
        new Audience(List.of(ANNA), List.of(), false, List.of()),
        CLOSED);
    settle();

    assertThat(anna.heard()).containsExactly("{\"request_id\":\"r-1\",\"side\":\"AGENT\"}");
    assertThat(annaElsewhere.heard()).containsExactly("{\"side\":\"AGENT\"}");
  }

  @Test
  void shouldShowTheViewThenReplyThenPush() {
    deliver(
        Cause.NONE,
        _ -> anna.note("replied, views seen: " + views.size()),
        new Audience(List.of(ANNA), List.of(), false, List.of()),
        CLOSED,
        CLOSED);
    settle();

    assertThat(anna.heard())
        .containsExactly("replied, views seen: 1", "{\"side\":\"AGENT\"}", "{\"side\":\"AGENT\"}");
  }

  @Test
  void shouldPushToASessionThatAReplyAdds() {
    var late = new Listening("late", Reach.ALL);
    deliver(
        Cause.NONE,
        _ -> sessions.add(LICENSE, BEN, late),
        new Audience(List.of(BEN), List.of(), false, List.of()),
        CLOSED);
    settle();

    assertThat(late.heard()).hasSize(1);
  }

  @Test
  void shouldGoOnAfterAFault() {
    broken = true;
    deliver(Audience.ALL_AGENTS, STATUS);
    deliver(
        Cause.NONE,
        _ -> {
          throw new IllegalStateException("a bug in a reply");
        },
        Audience.NOBODY);
    broken = false;
    deliver(Audience.ALL_AGENTS, STATUS);

    assertThat(anna.heard()).hasSize(1);
    assertThat(meters.get("parley.push.failures").counter().count()).isEqualTo(1);
  }

  @Test
  void shouldDisconnectEveryoneOfALicenseThatIsReset() {
    fanOut.reset(new LicenseId(2));
    fanOut.reset(LICENSE);
    settle();

    assertThat(List.of(anna, annaElsewhere, ben, cleo, carl))
        .allSatisfy(
            each -> assertThat(each.heard()).containsExactly("disconnected: internal_error"));
  }

  @Test
  void shouldForgetSessionsThatLeft() {
    sessions.remove(LICENSE, ANNA, anna);
    sessions.remove(LICENSE, ANNA, anna);
    sessions.remove(LICENSE, BEN, ben);
    deliver(Audience.ALL_AGENTS, STATUS);

    assertThat(anna.heard()).isEmpty();
    assertThat(ben.heard()).isEmpty();
    assertThat(annaElsewhere.heard()).hasSize(1);
    assertThat(sessions.count()).isEqualTo(3);
  }

  @Test
  void shouldDeliverEverythingBeforeItEnds() {
    var replies = new AtomicInteger();
    for (int i = 0; i < 1_000; i++) {
      deliver(Cause.NONE, _ -> replies.incrementAndGet(), Audience.NOBODY);
    }

    fanOut.close();

    assertThat(replies).hasValue(1_000);
  }

  @Test
  void shouldCountReceiversAndTime() {
    deliver(Audience.ALL_AGENTS, STATUS);

    assertThat(meters.get("parley.push.receivers").summary().totalAmount()).isEqualTo(4);
    assertThat(meters.get("parley.push.latency").timer().count()).isEqualTo(1);
  }
}
