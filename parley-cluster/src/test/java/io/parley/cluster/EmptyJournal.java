package io.parley.cluster;

import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.event.FileId;
import io.parley.core.event.UploadedFile;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseProfile;
import io.parley.core.license.LicenseSnapshot;
import io.parley.core.license.LoadedChat;
import io.parley.core.license.LoadedCustomer;
import io.parley.core.license.OrganizationId;
import io.parley.core.license.Settings;
import io.parley.core.user.CustomerId;
import io.parley.runtime.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A journal that keeps nothing and is quick: every license exists and is empty.
final class EmptyJournal implements Journal {
  @Override
  public Optional<Opened> open(LicenseId licenseId) {
    var profile =
        new LicenseProfile(
            licenseId,
            new OrganizationId("390e44e6-f1e6-4368-96db-74a14508c2e0"),
            "Acme",
            "enterprise",
            "dal",
            Instant.EPOCH,
            Settings.DEFAULTS);
    return Optional.of(
        new Opened(
            1,
            new LicenseSnapshot(profile, 0, List.of(), List.of(), Map.of(), List.of(), List.of())));
  }

  @Override
  public void append(Batch batch) {
    batch.completion().committed();
  }

  @Override
  public Optional<LoadedChat> loadChat(LicenseId licenseId, ChatId chatId) {
    return Optional.empty();
  }

  @Override
  public Optional<LoadedCustomer> loadCustomer(LicenseId licenseId, CustomerId customerId) {
    return Optional.empty();
  }

  @Override
  public Optional<ChatThread> loadThread(LicenseId licenseId, ChatId chatId, ThreadId threadId) {
    return Optional.empty();
  }

  @Override
  public Optional<Event> loadEvent(LicenseId licenseId, ChatId chatId, EventId eventId) {
    return Optional.empty();
  }

  @Override
  public List<Event> loadEvents(LicenseId licenseId, ThreadId threadId) {
    return List.of();
  }

  @Override
  public Optional<UploadedFile> loadFile(LicenseId licenseId, FileId fileId) {
    return Optional.empty();
  }
}
