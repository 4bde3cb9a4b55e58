package io.parley.gateway.account;

import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerRegistered;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.event.FileId;
import io.parley.core.event.UploadedFile;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseProfile;
import io.parley.core.license.LicenseSnapshot;
import io.parley.core.license.LoadedChat;
import io.parley.core.license.LoadedCustomer;
import io.parley.core.license.Settings;
import io.parley.core.user.CustomerId;
import io.parley.runtime.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A journal in memory that keeps customers, which is all that accounts write.
final class CustomerJournal implements Journal {
  private final Map<LicenseId, Tenant> tenants;
  private final Map<LicenseId, Map<CustomerId, Customer>> customers = new ConcurrentHashMap<>();
  private volatile boolean broken;

  CustomerJournal(Map<LicenseId, Tenant> tenants) {
    this.tenants = tenants;
  }

  /// Lets every commit fail from now on, or succeed again.
  void setBroken(boolean broken) {
    this.broken = broken;
  }

  int count(LicenseId licenseId) {
    return of(licenseId).size();
  }

  @Override
  public Optional<Opened> open(LicenseId licenseId) {
    return Optional.ofNullable(tenants.get(licenseId))
        .map(
            tenant ->
                new LicenseProfile(
                    licenseId,
                    tenant.organizationId(),
                    "Acme",
                    "team",
                    tenant.region(),
                    Instant.EPOCH,
                    Settings.DEFAULTS))
        .map(
            profile ->
                new LicenseSnapshot(
                    profile, 0, List.of(), List.of(), Map.of(), List.of(), List.of()))
        .map(snapshot -> new Opened(1, snapshot));
  }

  @Override
  public void append(Batch batch) {
    if (broken) {
      batch.completion().failed(new IllegalStateException("the disk is gone"));
      return;
    }
    batch
        .changes()
        .forEach(
            committed -> {
              var registered = (CustomerRegistered) committed.change();
              of(batch.licenseId()).put(registered.customerId(), registered.customer());
            });
    batch.completion().committed();
  }

  @Override
  public Optional<LoadedCustomer> loadCustomer(LicenseId licenseId, CustomerId customerId) {
    return Optional.ofNullable(of(licenseId).get(customerId))
        .map(customer -> new LoadedCustomer(customer, List.of()));
  }

  @Override
  public Optional<LoadedChat> loadChat(LicenseId licenseId, ChatId chatId) {
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

  private Map<CustomerId, Customer> of(LicenseId licenseId) {
    return customers.computeIfAbsent(licenseId, _ -> new ConcurrentHashMap<>());
  }
}
