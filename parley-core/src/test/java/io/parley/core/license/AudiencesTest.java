package io.parley.core.license;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.CORA;
import static io.parley.core.LicenseRun.DORA;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.in;
import static io.parley.core.LicenseRun.text;
import static io.parley.core.LicenseRun.whisper;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Audience;
import io.parley.core.LicenseRun;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.chat.ChatFollowed;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.FollowChat;
import io.parley.core.chat.MarkEventsAsSeen;
import io.parley.core.chat.SendSneakPeek;
import io.parley.core.chat.SendTypingIndicator;
import io.parley.core.chat.ThreadClosed;
import io.parley.core.chat.UnfollowChat;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.customer.ChangeCustomerAccess;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.customer.LogInCustomer;
import io.parley.core.customer.PageViewed;
import io.parley.core.customer.UpdateCustomerPage;
import io.parley.core.customer.VisitDetails;
import io.parley.core.event.Recipients;
import io.parley.core.user.CustomerId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AudiencesTest {
  private final LicenseRun run = LicenseRun.ofAcme().loggedIn(ANNA, BERT, CORA);
  private final ChatId chatId = run.starts(as(CARL), in(SALES));

  private Audience ofLast() {
    return run.audienceOf(run.lastChange());
  }

  @Test
  void shouldTellUsersAndFollowersOfAnEvent() {
    run.result(new FollowChat(as(BERT), chatId));

    run.sends(as(CARL), chatId, text("hello"));

    assertThat(ofLast().members()).containsExactly(ANNA, BERT);
    assertThat(ofLast().witnesses()).isEmpty();
    assertThat(ofLast().customers()).containsExactly(CARL);
  }

  @Test
  void shouldNeverTellACustomerOfWhatIsForAgents() {
    run.sends(as(ANNA), chatId, whisper("rude"));

    assertThat(ofLast().members()).containsExactly(ANNA);
    assertThat(ofLast().customers()).isEmpty();
  }

  @Test
  void shouldTellNobodyWhoDoesNotFollowAnyMore() {
    run.result(new FollowChat(as(BERT), chatId));
    run.result(new UnfollowChat(as(BERT), chatId));

    run.sends(as(CARL), chatId, text("hello"));

    assertThat(ofLast().members()).containsExactly(ANNA);
  }

  @Test
  void shouldTellTheFollowerOfTheChatOnce() {
    run.result(new FollowChat(as(BERT), chatId));
    int changes = run.changes().size();

    run.result(new FollowChat(as(BERT), chatId));
    run.result(new FollowChat(as(ANNA), chatId));

    assertThat(run.changes()).hasSize(changes);
    assertThat(run.audienceOf(run.last(ChatFollowed.class)).members()).containsExactly(BERT);
  }

  @Test
  void shouldTellAgentsWithAccessOfKeyChanges() {
    ChatId ofAll = run.starts(as(LicenseRun.DORA), in(io.parley.core.group.GroupId.ALL));
    assertThat(ofLast().allAgents()).isTrue();
    assertThat(ofLast().customers()).containsExactly(LicenseRun.DORA);

    run.result(new CloseThread(as(ANNA), chatId));
    Audience closing = run.audienceOf(run.last(ThreadClosed.class));
    assertThat(closing.members()).containsExactly(ANNA);
    assertThat(closing.witnesses()).isEmpty();
    assertThat(closing.allAgents()).isFalse();

    run.sends(as(CORA), ofAll, text("I am only passing"));
    assertThat(run.audienceOf(run.last(UserAddedToChat.class)).allAgents()).isTrue();
    assertThat(run.audienceOf(run.last(EventAdded.class)).allAgents()).isFalse();
  }

  @Test
  void shouldNotTellAnAuthorOfTheirOwnTyping() {
    run.result(new SendTypingIndicator(as(CARL), chatId, Recipients.ALL, true));
    assertThat(ofLast().members()).containsExactly(ANNA);
    assertThat(ofLast().customers()).isEmpty();

    run.result(new SendTypingIndicator(as(ANNA), chatId, Recipients.ALL, true));
    assertThat(ofLast().members()).isEmpty();
    assertThat(ofLast().customers()).containsExactly(CARL);

    run.result(new SendTypingIndicator(as(ANNA), chatId, Recipients.AGENTS, true));
    assertThat(ofLast().isEmpty()).isTrue();
  }

  @Test
  void shouldShowSneakPeeksToAgentsOnly() {
    run.result(new SendSneakPeek(as(CARL), chatId, "I was going to s"));

    assertThat(ofLast().members()).containsExactly(ANNA);
    assertThat(ofLast().customers()).isEmpty();
  }

  @Test
  void shouldTellBothSidesWhatWasSeenAndOnlyForwards() {
    var later = run.context.now().plusSeconds(5);
    run.result(new MarkEventsAsSeen(as(CARL), chatId, later));
    assertThat(ofLast().members()).containsExactly(ANNA);
    assertThat(ofLast().customers()).containsExactly(CARL);
    int changes = run.changes().size();

    run.result(new MarkEventsAsSeen(as(CARL), chatId, later.minusSeconds(1)));

    assertThat(run.changes()).hasSize(changes);
    assertThat(run.chat(chatId).memberOrNull(CARL).eventsSeenUpTo()).isEqualTo(later);
  }

  @Test
  void shouldTellEveryAgentOfAStatus() {
    run.result(new SetRoutingStatus(ANNA, ANNA, RoutingStatus.NOT_ACCEPTING_CHATS));

    assertThat(ofLast()).isEqualTo(Audience.ALL_AGENTS);
  }

  @Test
  void shouldTellOfCustomersThoseAgentsWhoMaySeeThem() {
    run.loggedIn(ANNA, BERT);
    assertThat(page(DORA, "https://acme.example/").allAgents()).isTrue();
    for (CustomerId customer : List.of(CARL, DORA)) {
      run.result(
          new ChangeCustomerAccess(as(BERT), customer, AccessOperation.SET, Access.of(SALES)));
    }

    Audience ofDora = page(DORA, "https://acme.example/shoes");
    Audience ofCarl = page(CARL, "https://acme.example/lamps");

    assertThat(ofDora).isEqualTo(new Audience(List.of(), List.of(ANNA), false, List.of(DORA)));
    assertThat(ofCarl).isEqualTo(new Audience(List.of(ANNA), List.of(), false, List.of(CARL)));
  }

  /// Whoever is told that a customer looks at a page.
  private Audience page(CustomerId customer, String url) {
    run.result(
        new LogInCustomer(
            customer,
            "of " + url,
            CustomerDetails.NONE,
            new VisitDetails(null, null, null, null, url, null),
            Map.of(),
            null,
            List.of()));
    run.result(new UpdateCustomerPage(as(customer), url, null));
    return run.audienceOf(run.last(PageViewed.class));
  }
}
