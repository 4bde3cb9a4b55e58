package io.parley.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.SendEvent;
import io.parley.core.chat.StartChat;
import io.parley.core.customer.RegisterCustomer;
import io.parley.core.event.EventBody;
import io.parley.core.event.FileAddress;
import io.parley.core.event.FileId;
import io.parley.core.event.NewEvent;
import io.parley.core.event.UploadedFile;
import io.parley.core.license.LicenseId;
import io.parley.core.license.ProvisionLicense;
import io.parley.core.license.Settings;
import io.parley.core.property.Properties;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.store.TestDatabase;
import io.parley.store.file.UploadedFiles;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilesTest {
  private static final CustomerId CARL = new CustomerId("11111111-1111-4111-8111-111111111111");
  private static final CustomerId DORA = new CustomerId("22222222-2222-4222-8222-222222222222");
  private static final Instant NOW = TestLicenses.START;
  private static final Instant TOMORROW = NOW.plus(Duration.ofHours(24));

  private final LicenseId licenseId = TestLicenses.created();
  private final UploadedFiles files = new UploadedFiles(TestDatabase.shared().jdbi());
  private final PostgresJournal journal =
      new PostgresJournal(TestDatabase.shared().dataSource(), CommitListener.NONE);
  private final Conversation conversation = new Conversation(licenseId, journal);

  @BeforeEach
  void provision() throws SQLException {
    TestDatabase.execute("delete from file");
    conversation.does(
        new ProvisionLicense("Acme", null, null, Settings.DEFAULTS, List.of(), List.of()));
    conversation.does(new RegisterCustomer(CARL));
  }

  @AfterEach
  void close() {
    conversation.close();
    journal.close();
  }

  private UploadedFiles.Key key(String id) {
    return new UploadedFiles.Key(licenseId, new FileId(id));
  }

  private EventBody.File body(String id, EventBody.@Nullable Image image) {
    String url =
        "https://chat.example" + new FileAddress(licenseId, new FileId(id), "a cat.png").path();
    return new EventBody.File("a cat.png", url, "image/png", 1_000, image);
  }

  private EventBody.File upload(String id, @Nullable Instant expiresAt) {
    EventBody.File body = body(id, new EventBody.Image(3, 2, "t", "t2"));
    files.add(key(id), new UploadedFile(body, expiresAt), CARL, NOW);
    return body;
  }

  @Test
  void shouldGiveBackWhatIsKnownOfAFile() {
    EventBody.File image = upload("a1", TOMORROW);
    EventBody.File text = body("a2", null);
    files.add(key("a2"), new UploadedFile(text, null), CARL, NOW);

    assertThat(files.find(key("a1"))).contains(new UploadedFile(image, TOMORROW));
    assertThat(files.find(key("a2"))).contains(new UploadedFile(text, null));
    assertThat(files.find(key("a3"))).isEmpty();
    assertThat(journal.loadFile(licenseId, new FileId("a1")))
        .contains(new UploadedFile(image, TOMORROW));
    assertThat(journal.loadFile(TestLicenses.created(), new FileId("a1"))).isEmpty();
  }

  @Test
  void shouldMakeAFilePermanentWithTheEventThatUsesIt() {
    EventBody.File first = upload("b1", TOMORROW);
    EventBody.File second = upload("b2", TOMORROW);
    upload("b3", TOMORROW);
    var carl = new Caller.ByCustomer(CARL, null);

    conversation.does(
        new StartChat(
            carl,
            new ChatOpening(
                null, Properties.NONE, Properties.NONE, null, List.of(NewEvent.of(first)), true)));
    ChatId chatId = conversation.live().chatsOf(CARL).getFirst();
    conversation.does(new SendEvent(carl, chatId, NewEvent.of(second), false));

    assertThat(files.find(key("b1"))).contains(new UploadedFile(first, null));
    assertThat(files.find(key("b2"))).contains(new UploadedFile(second, null));
    assertThat(files.expired(TOMORROW.plusSeconds(1), 100)).containsExactly(key("b3"));
  }

  @Test
  void shouldListWhatHasExpired() {
    upload("c1", NOW.plusSeconds(1));
    upload("c2", NOW.plusSeconds(2));
    upload("c3", null);

    assertThat(files.expired(NOW.plusSeconds(2), 100)).containsExactly(key("c1"));
    assertThat(files.expired(NOW.plusSeconds(3), 100)).containsExactly(key("c1"), key("c2"));
    assertThat(files.expired(NOW.plusSeconds(3), 1)).containsExactly(key("c1"));
  }

  @Test
  void shouldRemoveTemporaryFilesOnly() {
    upload("d1", NOW.plusSeconds(1));
    upload("d2", null);

    files.removeTemporary(key("d1"));
    files.removeTemporary(key("d2"));

    assertThat(files.find(key("d1"))).isEmpty();
    assertThat(files.find(key("d2"))).isPresent();
  }

  @Test
  void shouldCountTheTemporaryBytesOfEachUser() {
    assertThat(files.temporaryBytes(licenseId, CARL)).isZero();
    upload("e1", TOMORROW);
    upload("e2", TOMORROW);
    upload("e3", null);

    assertThat(files.temporaryBytes(licenseId, CARL)).isEqualTo(2_000);
    assertThat(files.temporaryBytes(licenseId, DORA)).isZero();
  }
}
