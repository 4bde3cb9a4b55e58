package io.parley.core.chat;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Command;
import io.parley.core.LicenseRun;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.event.EventBody;
import io.parley.core.event.FileId;
import io.parley.core.event.NewEvent;
import io.parley.core.event.UploadedFile;
import io.parley.core.property.Properties;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentFilesTest {
  private static final FileId CAT = new FileId("ca7");
  private static final String URL = "https://chat.example/api/file/lc/att/100/ca7/cat.png";
  private static final EventBody.File KNOWN =
      new EventBody.File(
          "cat.png", URL, "image/png", 1234, new EventBody.Image(30, 20, URL + "1", URL + "2"));

  private final LicenseRun run = LicenseRun.ofAcme().loggedIn(ANNA);

  private static NewEvent file(String url) {
    return NewEvent.of(new EventBody.File("whatever", url, "text/plain", 0, null));
  }

  private static ChatOpening withFile(String url) {
    return new ChatOpening(
        null,
        Properties.NONE,
        Properties.NONE,
        null,
        List.of(LicenseRun.text("Look"), file(url)),
        null);
  }

  @Test
  void shouldSayWhatIsKnownOfTheFileThatAnEventNames() {
    run.context.load(CAT, new UploadedFile(KNOWN, null));
    ChatId chatId = run.starts(CARL);

    var event =
        run.sends(as(CARL), chatId, file("http://localhost/api/file/lc/att/100/ca7/x.html"));

    assertThat(event.body()).isEqualTo(KNOWN);
  }

  @Test
  void shouldSayItInInitialEventsToo() {
    run.context.load(CAT, new UploadedFile(KNOWN, null));

    run.result(new StartChat(as(CARL), withFile(URL)));

    assertThat(run.last(ThreadStarted.class).initialEvents())
        .extracting(event -> event.body())
        .contains(KNOWN);
    ChatId chatId = run.chats().getFirst();
    run.result(new CloseThread(as(CARL), chatId));
    run.result(new ActivateChat(as(CARL), chatId, withFile(URL)));
    assertThat(run.last(ThreadStarted.class).initialEvents())
        .extracting(event -> event.body())
        .contains(KNOWN);
  }

  @Test
  void shouldAskForTheFile() {
    ChatId chatId = new ChatId("CHAT");
    for (Command command :
        List.of(
            new SendEvent(as(CARL), chatId, file(URL), false),
            new StartChat(as(CARL), withFile(URL)),
            new ActivateChat(as(CARL), chatId, withFile(URL)))) {
      assertThat(command.needs()).contains(new Need.OfFile(CAT));
    }
    assertThat(new SendEvent(as(CARL), chatId, file("https://chat.example/"), false).needs())
        .containsExactly(new Need.OfChat(chatId));
  }

  @Test
  void shouldRefuseFilesThatNobodyUploaded() {
    ChatId chatId = run.starts(CARL);

    assertThat(run.rejection(new SendEvent(as(CARL), chatId, file(URL), false)))
        .isInstanceOfSatisfying(
            Rejection.InvalidField.class,
            refused -> assertThat(refused.field()).isEqualTo("event.url"));
    run.result(new CloseThread(as(CARL), chatId));
    assertThat(run.rejection(new ActivateChat(as(CARL), chatId, withFile(URL))))
        .isInstanceOfSatisfying(
            Rejection.InvalidField.class,
            refused -> assertThat(refused.field()).isEqualTo("chat.thread.events[1].url"));
  }

  @Test
  void shouldRefuseTheAddressOfAnotherLicense() {
    run.context.load(CAT, new UploadedFile(KNOWN, null));
    ChatId chatId = run.starts(CARL);

    String foreign = URL.replace("/100/", "/101/");
    assertThat(run.rejection(new SendEvent(as(CARL), chatId, file(foreign), false)))
        .isInstanceOf(Rejection.InvalidField.class);
  }

  @Test
  void shouldTakeATemporaryFileUntilItsTimeIsOver() {
    var expiresAt = run.context.now().plus(Duration.ofHours(24));
    run.context.load(CAT, new UploadedFile(KNOWN, expiresAt));
    ChatId chatId = run.starts(CARL);
    var send = new SendEvent(as(CARL), chatId, file(URL), false);

    run.pass(Duration.ofHours(24).minusSeconds(1));
    run.result(send);
    run.pass(Duration.ofSeconds(1));

    assertThat(run.rejection(send)).isInstanceOf(Rejection.InvalidField.class);
  }
}
