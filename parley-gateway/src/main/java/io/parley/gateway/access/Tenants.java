package io.parley.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parley.gateway.account.Licenses;
import io.parley.gateway.account.Tenant;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Finds licenses without blocking, and remembers those that exist.
public final class Tenants {
  private static final int REMEMBERED = 100_000;

  private final Licenses licenses;
  private final Executor blocking;
  private final Cache<TenantName, Tenant> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /// @param blocking runs lookups that have to be made
  public Tenants(Licenses licenses, Executor blocking) {
    this.licenses = licenses;
    this.blocking = blocking;
  }

  /// The license of that name; empty if there is none. The future may complete on any thread.
  public Future<Optional<Tenant>> find(TenantName name) {
    @Nullable Tenant tenant = known.getIfPresent(name);
    if (tenant != null) {
      return Future.succeededFuture(Optional.of(tenant));
    }
    Promise<Optional<Tenant>> promise = Promise.promise();
    blocking.execute(
        () -> {
          try {
            Optional<Tenant> found = lookUp(name);
            found.ifPresent(each -> known.put(name, each));
            promise.complete(found);
          } catch (RuntimeException e) {
            promise.fail(e);
          }
        });
    return promise.future();
  }

  private Optional<Tenant> lookUp(TenantName name) {
    return switch (name) {
      case TenantName.ById(var licenseId) -> licenses.byId(licenseId);
      case TenantName.ByOrganization(var organizationId) -> licenses.byOrganization(organizationId);
    };
  }
}
