package io.parley.server.composition;

import io.parley.gateway.Gateway;
import io.parley.gateway.GatewayPorts;
import io.parley.gateway.account.Accounts;
import io.parley.gateway.account.AccountsPorts;
import io.parley.gateway.account.AgentLetters;
import io.parley.gateway.account.KnownCustomers;
import io.parley.gateway.account.Randomness;
import io.parley.gateway.call.ServerMethod;
import io.parley.gateway.content.FormMethod;
import io.parley.gateway.content.GoalsMethod;
import io.parley.gateway.content.LicenseContents;
import io.parley.gateway.http.Routes;
import io.parley.gateway.reference.ReferenceRoutes;
import io.parley.gateway.site.CaughtWebhooks;
import io.parley.gateway.site.SiteRoutes;
import io.parley.gateway.webhook.WebhookDeliveries;
import io.parley.gateway.webhook.WebhooksMethod;
import io.parley.protocol.method.Catalogue;
import io.parley.protocol.method.Handling;
import io.parley.protocol.response.ResponseRenderer;
import io.parley.runtime.Placement;
import io.parley.server.config.ServerConfig;
import io.parley.store.credential.LicenseOrigins;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Everything that listens: the APIs and their reference, the authorization server, the pages,
/// health and metrics.
final class EdgeModule implements AutoCloseable {
  private final Accounts accounts;
  private final Gateway gateway;

  EdgeModule(
      ServerConfig config,
      Surroundings surroundings,
      EdgeLoops loops,
      StoreModule store,
      DeliveryModule delivery,
      FilesModule files,
      WebhookDeliveries webhooks,
      Optional<AgentLetters> letters,
      KnownCustomers customers,
      Placement placement,
      BooleanSupplier ready) {
    var licenses = new RegisteredLicenses(store.registry());
    var random = surroundings.random();
    Randomness randomness = random::nextBytes;
    this.accounts =
        new Accounts(
            loops.vertx(),
            store.database().jdbi(),
            new AccountsPorts(
                licenses,
                customers,
                placement,
                surroundings.ids(),
                randomness,
                surroundings.clock(),
                config.authorization().passwordSignIn() ? letters : Optional.empty()),
            EdgeSettings.accounts(config));
    var catalogue = new Catalogue();
    var tokens = accounts.tokens();
    LicenseContents contents = store.contents();
    var reference = new ReferenceRoutes(catalogue.methods());
    var site =
        new SiteRoutes(
            loops.vertx(),
            Thread::startVirtualThread,
            new LicenseOrigins(store.database().jdbi())::of);
    // Webhooks to this server itself are sent only where they may go to private addresses.
    Routes caught =
        config.allowPrivateTargets() ? new CaughtWebhooks(surroundings.clock()) : Routes.NONE;
    this.gateway =
        new Gateway(
            loops.vertx(),
            EdgeSettings.gateway(config),
            new GatewayPorts(
                placement,
                catalogue::find,
                new ResponseRenderer(),
                store.history()::answer,
                contents::greetings,
                tokens::check,
                accounts.watch()::watch,
                licenses,
                delivery.sessions(),
                delivery.views(),
                surroundings.ids(),
                surroundings.clock(),
                loops.metrics(),
                ready,
                router -> {
                  accounts.routes().mount(router);
                  files.routes().mount(router);
                  reference.mount(router);
                  site.mount(router);
                  caught.mount(router);
                },
                serverMethods(
                    files,
                    Map.of(
                        Handling.OfServer.GET_FORM,
                        new FormMethod(contents, delivery.views(), placement),
                        Handling.OfServer.CHECK_GOALS,
                        new GoalsMethod(contents, placement),
                        Handling.OfServer.GET_WEBHOOKS_CONFIG,
                        new WebhooksMethod(placement, webhooks))),
                files.incoming(),
                files.geolocator()));
  }

  private static Map<Handling.OfServer, ServerMethod> serverMethods(
      FilesModule files, Map<Handling.OfServer, ServerMethod> others) {
    var all = new EnumMap<Handling.OfServer, ServerMethod>(Handling.OfServer.class);
    all.putAll(files.serverMethods());
    all.putAll(others);
    return all;
  }

  Accounts accounts() {
    return accounts;
  }

  /// Listens.
  ///
  /// @return the port
  int listen() {
    try {
      return gateway.start();
    } catch (IOException e) {
      throw new StartImpossible(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    gateway.close();
    accounts.close();
  }
}
