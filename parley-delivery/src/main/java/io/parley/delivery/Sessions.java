package io.parley.delivery;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import io.parley.protocol.session.Session;
import io.parley.protocol.session.SessionRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The logged-in connections of this node, by license and user. Safe for use by several threads;
/// what is read is a picture of a moment.
public final class Sessions implements SessionRegistry {
  private final ConcurrentHashMap<LicenseId, OfLicense> byLicense = new ConcurrentHashMap<>();

  /// The sessions of a license; the lists are replaced whole.
  private static final class OfLicense {
    final ConcurrentHashMap<AgentId, List<Session>> byAgent = new ConcurrentHashMap<>();
    final ConcurrentHashMap<CustomerId, List<Session>> byCustomer = new ConcurrentHashMap<>();
  }

  @Override
  public void add(LicenseId licenseId, UserId userId, Session session) {
    OfLicense there = byLicense.computeIfAbsent(licenseId, _ -> new OfLicense());
    switch (userId) {
      case AgentId agentId -> add(there.byAgent, agentId, session);
      case CustomerId customerId -> add(there.byCustomer, customerId, session);
    }
  }

  @Override
  public void remove(LicenseId licenseId, UserId userId, Session session) {
    @Nullable OfLicense there = byLicense.get(licenseId);
    if (there == null) {
      return;
    }
    switch (userId) {
      case AgentId agentId -> remove(there.byAgent, agentId, session);
      case CustomerId customerId -> remove(there.byCustomer, customerId, session);
    }
  }

  List<Session> of(LicenseId licenseId, AgentId agentId) {
    @Nullable OfLicense there = byLicense.get(licenseId);
    return there == null ? List.of() : there.byAgent.getOrDefault(agentId, List.of());
  }

  List<Session> of(LicenseId licenseId, CustomerId customerId) {
    @Nullable OfLicense there = byLicense.get(licenseId);
    return there == null ? List.of() : there.byCustomer.getOrDefault(customerId, List.of());
  }

  /// The agents of a license who are connected here.
  Collection<AgentId> agents(LicenseId licenseId) {
    @Nullable OfLicense there = byLicense.get(licenseId);
    return there == null ? List.of() : there.byAgent.keySet();
  }

  /// Every session of a license.
  List<Session> all(LicenseId licenseId) {
    @Nullable OfLicense there = byLicense.get(licenseId);
    if (there == null) {
      return List.of();
    }
    var all = new ArrayList<Session>();
    there.byAgent.values().forEach(all::addAll);
    there.byCustomer.values().forEach(all::addAll);
    return all;
  }

  /// How many sessions there are.
  public int count() {
    int count = 0;
    for (OfLicense each : byLicense.values()) {
      count += size(each.byAgent.values()) + size(each.byCustomer.values());
    }
    return count;
  }

  private static int size(Collection<List<Session>> lists) {
    return lists.stream().mapToInt(List::size).sum();
  }

  private static <K> void add(
      ConcurrentHashMap<K, List<Session>> sessions, K key, Session session) {
    sessions.compute(key, (_, old) -> old == null ? List.of(session) : with(old, session));
  }

  private static List<Session> with(List<Session> old, Session session) {
    var sessions = new ArrayList<Session>(old.size() + 1);
    sessions.addAll(old);
    sessions.add(session);
    return List.copyOf(sessions);
  }

  private static <K> void remove(
      ConcurrentHashMap<K, List<Session>> sessions, K key, Session session) {
    sessions.computeIfPresent(key, (_, old) -> without(old, session));
  }

  private static @Nullable List<Session> without(List<Session> old, Session session) {
    List<Session> left = old.stream().filter(each -> each != session).toList();
    return left.isEmpty() ? null : left;
  }
}
