package io.parley.store.license;

import io.parley.core.license.LicenseId;
import io.parley.core.license.OrganizationId;
import io.parley.core.license.Settings;
import io.parley.runtime.IdSource;
import io.parley.store.codec.LicenseCodec;
import io.parley.store.codec.StorableText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Makes and finds licenses. Blocks, save for what it has found before: a license never loses its
/// names, so that they are remembered. For any number of threads.
public final class LicenseRegistry {

  /// The plan of a license for which none was given.
  public static final String DEFAULT_PLAN = "enterprise";

  /// The region of a license for which none was given.
  public static final String DEFAULT_REGION = "dal";

  private final Jdbi jdbi;
  private final IdSource ids;
  private final ConcurrentHashMap<OrganizationId, LicenseId> byOrganization =
      new ConcurrentHashMap<>();
  private final ConcurrentHashMap<LicenseId, OrganizationId> byLicense = new ConcurrentHashMap<>();

  /// Over a database with the schema.
  ///
  /// @param ids where organization ids come from that nobody gave
  public LicenseRegistry(Jdbi jdbi, IdSource ids) {
    this.jdbi = jdbi;
    this.ids = ids;
  }

  /// Makes sure that a license exists. One that does is left as it is.
  ///
  /// @param organizationId null: generated
  public Registration register(
      LicenseId licenseId,
      @Nullable OrganizationId organizationId,
      String name,
      Instant createdAt) {
    OrganizationId wanted =
        canonical(organizationId == null ? new OrganizationId(ids.nextUuid()) : organizationId);
    Registration registration =
        jdbi.inTransaction(
            handle -> {
              if (insert(handle, licenseId, wanted, name, createdAt)) {
                return new Registration.Created(wanted);
              }
              Optional<OrganizationId> there = organization(handle, licenseId);
              if (there.isEmpty()) {
                return new Registration.OrganizationTaken(license(handle, wanted).orElseThrow());
              }
              return organizationId == null || there.get().equals(wanted)
                  ? new Registration.Known(there.get())
                  : new Registration.OtherOrganization(there.get());
            });
    if (registration instanceof Registration.Created(OrganizationId created)) {
      remember(licenseId, created);
    }
    return registration;
  }

  /// The license that an organization owns.
  public Optional<LicenseId> find(OrganizationId organizationId) {
    OrganizationId canonical = canonical(organizationId);
    LicenseId known = byOrganization.get(canonical);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<LicenseId> found = jdbi.withHandle(handle -> license(handle, canonical));
    found.ifPresent(licenseId -> remember(licenseId, canonical));
    return found;
  }

  /// The organization that owns a license; empty if there is no such license.
  public Optional<OrganizationId> organizationOf(LicenseId licenseId) {
    OrganizationId known = byLicense.get(licenseId);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<OrganizationId> found = jdbi.withHandle(handle -> organization(handle, licenseId));
    found.ifPresent(organizationId -> remember(licenseId, organizationId));
    return found;
  }

  /// True if there is such a license.
  public boolean exists(LicenseId licenseId) {
    return organizationOf(licenseId).isPresent();
  }

  /// All licenses.
  public List<LicenseId> all() {
    return ids("select id from license order by id");
  }

  /// The licenses with a thread that is active: those whose timers must run after a start.
  public List<LicenseId> withActiveThreads() {
    return ids(
        """
        select l.id from license l
        where exists (select from chat c where c.license_id = l.id and c.active)
        order by l.id
        """);
  }

  private List<LicenseId> ids(String sql) {
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).map((row, _) -> new LicenseId(row.getLong("id"))).list());
  }

  private void remember(LicenseId licenseId, OrganizationId organizationId) {
    byLicense.put(licenseId, organizationId);
    byOrganization.put(organizationId, licenseId);
  }

  private static boolean insert(
      Handle handle,
      LicenseId licenseId,
      OrganizationId organizationId,
      String name,
      Instant createdAt) {
    return handle
            .createUpdate(
                """
                insert into license (
                  id, organization_id, name, plan, region, settings, created_at)
                values (:id, :organization, :name, :plan, :region, :settings::jsonb, :createdAt)
                on conflict do nothing
                """)
            .bind("id", licenseId.value())
            .bind("organization", organizationId.value())
            .bind("name", StorableText.of(name))
            .bind("plan", DEFAULT_PLAN)
            .bind("region", DEFAULT_REGION)
            .bind("settings", LicenseCodec.encode(Settings.DEFAULTS))
            .bind("createdAt", createdAt.atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  private static Optional<OrganizationId> organization(Handle handle, LicenseId licenseId) {
    return handle
        .createQuery("select organization_id from license where id = :id")
        .bind("id", licenseId.value())
        .map((row, _) -> new OrganizationId(row.getString("organization_id")))
        .findFirst();
  }

  private static Optional<LicenseId> license(Handle handle, OrganizationId organizationId) {
    return handle
        .createQuery("select id from license where organization_id = :organization")
        .bind("organization", organizationId.value())
        .map((row, _) -> new LicenseId(row.getLong("id")))
        .findFirst();
  }

  /// UUIDs are the same whatever the case of their letters.
  private static OrganizationId canonical(OrganizationId organizationId) {
    return new OrganizationId(StorableText.of(organizationId.value()).toLowerCase(Locale.ROOT));
  }
}
