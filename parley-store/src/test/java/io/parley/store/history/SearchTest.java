package io.parley.store.history;

import static io.parley.store.history.Acme.ANNA;
import static io.parley.store.history.Acme.CARL;
import static io.parley.store.history.Acme.DORA;
import static io.parley.store.history.Acme.as;
import static io.parley.store.history.Acme.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Json;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.UpdateEventProperties;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.customer.UpdateCustomer;
import io.parley.core.event.EventBody;
import io.parley.core.event.EventId;
import io.parley.core.event.FileAddress;
import io.parley.core.event.FileId;
import io.parley.core.event.FormField;
import io.parley.core.event.NewEvent;
import io.parley.core.event.RichElement;
import io.parley.core.event.UploadedFile;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import io.parley.core.query.ArchiveCondition;
import io.parley.core.query.ArchiveCondition.Survey;
import io.parley.core.query.ArchiveCondition.SurveyAnswer;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import io.parley.store.TestDatabase;
import io.parley.store.file.UploadedFiles;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whatever of it the index holds already, the same is found.
class SearchTest {

  private static final Caller.ByAgent OWNER = as(ANNA, Reach.ALL);

  private final Acme acme = new Acme();

  @AfterEach
  void close() {
    acme.close();
  }

  private List<ThreadId> find(String text) {
    return acme.archives(OWNER, new ArchiveCondition.Text(text));
  }

  /// Finds the thread while it is active, active and noted, closed, and indexed.
  private void assertFindsAtAnyTime(ChatId chatId, List<String> found, List<String> notFound) {
    ThreadId threadId = acme.lastThread(chatId);
    assertFinds(threadId, found, notFound);
    acme.index();
    assertFinds(threadId, found, notFound);
    acme.close(chatId);
    assertFinds(threadId, found, notFound);
    acme.index();
    assertFinds(threadId, found, notFound);
    assertThat(isIndexed(threadId)).isTrue();
  }

  private void assertFinds(ThreadId threadId, List<String> found, List<String> notFound) {
    assertThat(found).allSatisfy(text -> assertThat(find(text)).containsExactly(threadId));
    assertThat(notFound).allSatisfy(text -> assertThat(find(text)).isEmpty());
  }

  private boolean isIndexed(ThreadId threadId) {
    try {
      return TestDatabase.ask(
              "select not unindexed from thread where license_id = %s and id = '%s'"
                  .formatted(acme.conversation.licenseId(), threadId))
          .equals("t");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldFindWordsOfMessagesInAnyOrderAndCase() {
    ChatId chatId = acme.chat(CARL);
    acme.send(as(CARL), chatId, text("My ORDER 4711 isn't here, Żółć!"));
    acme.send(OWNER, chatId, text("Have you tried https://example.com/help?"));

    assertFindsAtAnyTime(
        chatId,
        List.of("order", "ORDER my", "4711", "żółć", "isn't", "example.com", "order tried"),
        List.of("orders", "ord", "order nothing", "archived", "!?", "\0"));
  }

  @Test
  void shouldFindAnswersOfFormsCardsAndFiles() {
    ChatId chatId = acme.chat(CARL);
    acme.send(
        as(CARL),
        chatId,
        NewEvent.of(
            new EventBody.FilledForm(
                "form1",
                List.of(
                    new FormField("question", "1", "Label", new FormField.Answer.Open("opened")),
                    new FormField(
                        "radio", "2", "Label", new FormField.Answer.Choice("c1", "chosen")),
                    new FormField(
                        "checkbox",
                        "3",
                        "Label",
                        new FormField.Answer.Choices(
                            List.of(new FormField.Answer.Choice("c2", "checked")))),
                    new FormField(
                        "group_chooser", "4", "Label", new FormField.Answer.Group(7, "grouped")),
                    new FormField("name", "5", "Label", null)))));
    acme.send(
        OWNER,
        chatId,
        NewEvent.of(
            new EventBody.RichMessage(
                "cards", List.of(new RichElement("titled", "subtitled", null, List.of())))));
    acme.send(OWNER, chatId, NewEvent.of(uploaded("invoice")));
    acme.send(OWNER, chatId, NewEvent.of(new EventBody.Custom(new Json("{\"a\":\"customized\"}"))));

    assertFindsAtAnyTime(
        chatId,
        List.of("opened", "chosen checked grouped", "titled subtitled", "invoice"),
        List.of("label", "form1", "customized"));
  }

  private EventBody.File uploaded(String name) {
    var address = new FileAddress(acme.conversation.licenseId(), new FileId("f00d"), name);
    var file = new EventBody.File(name, address.path(), "text/plain", 1, null);
    new UploadedFiles(TestDatabase.shared().jdbi())
        .add(
            new UploadedFiles.Key(address.licenseId(), address.fileId()),
            new UploadedFile(file, null),
            CARL,
            Instant.EPOCH);
    return file;
  }

  @Test
  void shouldFindNamesAndAddressesOfCustomers() {
    rename(CARL, "Carl Gustav", "carl@acme.example");
    ChatId chatId = acme.chat(CARL);
    acme.chat(DORA);

    assertFindsAtAnyTime(
        chatId, List.of("carl", "gustav carl", "carl@acme.example", "acme"), List.of("dora"));
  }

  private void rename(CustomerId customerId, String name, String email) {
    acme.conversation.does(
        new UpdateCustomer(OWNER, customerId, new CustomerDetails(name, email, null, List.of())));
  }

  @Test
  void shouldFindThreadsUnderTheNameThatTheCustomerHasNow() {
    rename(CARL, "Before", null);
    ChatId chatId = acme.chat(CARL);
    ThreadId threadId = acme.lastThread(chatId);
    acme.close(chatId);
    acme.index();

    rename(CARL, "After", null);
    acme.index();

    assertThat(find("after")).containsExactly(threadId);
    assertThat(find("before")).isEmpty();
  }

  @Test
  void shouldFindWhatWasSaidAfterTheThreadWasIndexed() {
    ChatId chatId = acme.chat(CARL);
    ThreadId threadId = acme.lastThread(chatId);
    acme.send(as(CARL), chatId, text("early"));
    acme.close(chatId);
    acme.index();
    acme.conversation.reload();

    acme.send(as(CARL), chatId, text("late"));

    assertThat(isIndexed(threadId)).isFalse();
    assertThat(find("late early")).containsExactly(threadId);
    acme.index();
    assertThat(isIndexed(threadId)).isTrue();
    assertThat(find("late early")).containsExactly(threadId);
  }

  @Test
  void shouldFindWhatIsLongerThanAnIndexCanHold() {
    ChatId chatId = acme.chat(CARL);
    acme.send(as(CARL), chatId, text("x".repeat(5_000) + " short " + "y".repeat(2_000)));

    assertFindsAtAnyTime(chatId, List.of("short", "y".repeat(2_000)), List.of("yy"));
  }

  @Test
  void shouldFilterBySurveys() {
    ThreadId before = survey("prechat", "choice");
    ThreadId after = survey("postchat", "choice");
    ThreadId either = survey(null, "choice");
    ThreadId other = survey("prechat", "other");

    for (int i = 0; i < 2; i++) {
      assertThat(answered(Survey.PRE_CHAT, "choice")).containsExactly(either, before);
      assertThat(answered(Survey.POST_CHAT, "choice")).containsExactly(either, after);
      assertThat(
              acme.archives(
                  OWNER,
                  new ArchiveCondition.OfSurveys(
                      List.of(
                          new SurveyAnswer(Survey.PRE_CHAT, "other"),
                          new SurveyAnswer(Survey.POST_CHAT, "choice")))))
          .containsExactly(other, either, after);
      assertThat(
              acme.archives(
                  OWNER,
                  new ArchiveCondition.OfSurveys(
                      List.of(new SurveyAnswer(Survey.PRE_CHAT, "choice"))),
                  new ArchiveCondition.Text("prechat")))
          .containsExactly(before);
      acme.index();
    }
  }

  private List<ThreadId> answered(Survey survey, String answer) {
    return acme.archives(
        OWNER, new ArchiveCondition.OfSurveys(List.of(new SurveyAnswer(survey, answer))));
  }

  private ThreadId survey(String type, String answer) {
    ChatId chatId = acme.chat(CARL);
    var choice = new FormField.Answer.Choice(answer, "label " + type);
    EventId eventId =
        acme.send(
            as(CARL),
            chatId,
            NewEvent.of(
                new EventBody.FilledForm(
                    "form", List.of(new FormField("radio", "1", "Label", choice)))));
    if (type != null) {
      acme.conversation.does(
          new UpdateEventProperties(
              as(CARL),
              chatId,
              eventId,
              Properties.of("lc2", "form_type", new PropertyValue.Text(type))));
    }
    acme.close(chatId);
    return eventId.threadId();
  }

  @Test
  void shouldCombineTextsWithOtherConditions() {
    acme.logIn(ANNA);
    ChatId annas = acme.chat(OWNER, Properties.NONE);
    acme.send(OWNER, annas, text("word"));
    ChatId other = acme.chat(CARL);
    acme.send(as(CARL), other, text("word"));
    acme.close(annas);
    acme.close(other);

    for (int i = 0; i < 2; i++) {
      assertThat(
              acme.archives(
                  OWNER,
                  new ArchiveCondition.Text("word"),
                  new ArchiveCondition.BegunFrom(io.parley.store.journal.TestLicenses.START),
                  new ArchiveCondition.OneOf(List.of(acme.lastThread(annas)))))
          .containsExactly(acme.lastThread(annas));
      assertThat(
              acme.archives(
                  OWNER,
                  new ArchiveCondition.Text("word"),
                  new ArchiveCondition.BegunBefore(io.parley.store.journal.TestLicenses.START)))
          .isEmpty();
      assertThat(find("  ")).hasSize(2);
      acme.index();
    }
  }
}
