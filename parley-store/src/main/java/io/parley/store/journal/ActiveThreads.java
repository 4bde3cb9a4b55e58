package io.parley.store.journal;

import io.parley.core.chat.Chat;
import io.parley.core.chat.ThreadId;
import io.parley.core.license.LicenseId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The active threads of the licenses that this journal opened. An event of any other thread comes
/// late: the thread has been indexed, or is about to be.
///
/// A set belongs to the journal's thread once its license was opened.
final class ActiveThreads {

  private record Tenancy(long epoch, Set<ThreadId> threads) {}

  private final ConcurrentHashMap<LicenseId, Tenancy> tenancies = new ConcurrentHashMap<>();

  /// The license was opened under this epoch, and these chats are active.
  void opened(LicenseId licenseId, long epoch, List<Chat> activeChats) {
    var threads = new HashSet<ThreadId>();
    activeChats.forEach(chat -> chat.activeThread().ifPresent(thread -> threads.add(thread.id())));
    tenancies.merge(
        licenseId,
        new Tenancy(epoch, threads),
        (before, now) -> before.epoch() > now.epoch() ? before : now);
  }

  /// The set that batches of an epoch change; one that is thrown away if the epoch is over.
  Set<ThreadId> of(LicenseId licenseId, long epoch) {
    Tenancy tenancy = tenancies.get(licenseId);
    return tenancy == null || tenancy.epoch() != epoch ? new HashSet<>() : tenancy.threads();
  }
}
