package io.parley.runtime;

import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.event.FileId;
import io.parley.core.event.UploadedFile;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseSnapshot;
import io.parley.core.license.LoadedChat;
import io.parley.core.license.LoadedCustomer;
import io.parley.core.user.CustomerId;
import java.util.List;
import java.util.Optional;

/// Port: makes changes durable and gives back what was made so.
///
/// Batches of all licenses of a node are committed in groups: while one commit is on its way, the
/// next group gathers.
public interface Journal {
  /// Takes a license over: raises its epoch, so that whoever owned it before can't write any more,
  /// and loads it. Empty if there is no such license. Blocks.
  Optional<Opened> open(LicenseId licenseId);

  /// Hands a batch over. Its completion is called on a thread of the journal; the completions of
  /// one license come in the order of the calls. A batch without durable changes completes as soon
  /// as those before it have.
  void append(Batch batch);

  /// A chat with its last thread and its customers; as committed. Blocks.
  Optional<LoadedChat> loadChat(LicenseId licenseId, ChatId chatId);

  /// A customer; as committed. Blocks.
  Optional<LoadedCustomer> loadCustomer(LicenseId licenseId, CustomerId customerId);

  /// A thread of a chat, without its events; as committed. Blocks.
  Optional<ChatThread> loadThread(LicenseId licenseId, ChatId chatId, ThreadId threadId);

  /// An event of a chat; as committed. Blocks.
  Optional<Event> loadEvent(LicenseId licenseId, ChatId chatId, EventId eventId);

  /// The events of a thread in order; as committed. Blocks.
  List<Event> loadEvents(LicenseId licenseId, ThreadId threadId);

  /// A file that was uploaded to the license. Blocks.
  Optional<UploadedFile> loadFile(LicenseId licenseId, FileId fileId);

  /// A license that was taken over.
  ///
  /// @param epoch goes with every batch; the commit of one with an older epoch fails
  record Opened(long epoch, LicenseSnapshot snapshot) {}

  /// Changes to be committed together.
  ///
  /// @param lastSeq the number of the last change, durable or not
  /// @param changes those of which something is written, in order; may be empty
  record Batch(
      LicenseId licenseId,
      long epoch,
      long lastSeq,
      List<Committed> changes,
      Completion completion) {}

  /// Is told how a batch ended. Must not block.
  interface Completion {
    /// The changes are on disk.
    void committed();

    /// None of the changes is on disk, and no later batch of the license under this epoch will be.
    void failed(Exception cause);
  }
}
