package io.parley.server.composition;

import io.parley.gateway.GatewayConfig;
import io.parley.gateway.account.AccountsConfig;
import io.parley.gateway.account.AddressConfig;
import io.parley.gateway.account.AuthorizationConfig;
import io.parley.gateway.http.HttpConfig;
import io.parley.gateway.limit.RateConfig;
import io.parley.gateway.rtm.RtmConfig;
import io.parley.server.config.ServerConfig;

/// The server's settings as the gateway's.
final class EdgeSettings {
  private EdgeSettings() {}

  static int eventLoops(ServerConfig config) {
    int wanted = config.http().eventLoops();
    return wanted == 0 ? Runtime.getRuntime().availableProcessors() : wanted;
  }

  static GatewayConfig gateway(ServerConfig config) {
    var usual = GatewayConfig.of(config.host(), config.port(), eventLoops(config));
    return new GatewayConfig(
        usual.host(),
        usual.port(),
        usual.eventLoops(),
        http(config.http(), config.authorization().trustForwardedFor()),
        rtm(config.rtm()),
        rates(config.rates()),
        usual.stopTimeout());
  }

  static AccountsConfig accounts(ServerConfig config) {
    var usual = AccountsConfig.defaults();
    return new AccountsConfig(
        config.tokens().cacheTime(),
        usual.tokenCacheSize(),
        config.tokens().customerLifetime(),
        usual.maximumCustomerTokenLifetime(),
        usual.cookieLifetime(),
        usual.writerTimeout(),
        authorization(config.authorization()),
        new AddressConfig(
            config.authorization().browserTokens(),
            config.authorization().browserTokenBurst(),
            config.authorization().trustForwardedFor()));
  }

  private static AuthorizationConfig authorization(ServerConfig.AuthorizationSettings settings) {
    var usual = AuthorizationConfig.defaults();
    return new AuthorizationConfig(
        settings.agentLifetime(),
        usual.codeLifetime(),
        usual.publicRefreshTokenLifetime(),
        usual.tokensPerAgent(),
        settings.pkceRequired(),
        settings.passwordSignIn(),
        settings.sessionLifetime(),
        settings.redirects(),
        usual.redirectWindow(),
        usual.identityTransferLifetime(),
        usual.auditRetention(),
        usual.passwordCost());
  }

  private static HttpConfig http(ServerConfig.HttpSettings settings, boolean forwardedTrusted) {
    return new HttpConfig(
        settings.maxBodyBytes(),
        settings.maxFrameBytes(),
        HttpConfig.DEFAULTS.maxHeaderBytes(),
        HttpConfig.DEFAULTS.arrivalTimeout(),
        settings.requestTimeout(),
        settings.maxStrangersPerAddress(),
        forwardedTrusted);
  }

  private static RtmConfig rtm(ServerConfig.RtmSettings settings) {
    return new RtmConfig(
        settings.loginTimeout(),
        settings.silenceTimeout(),
        settings.pingInterval(),
        settings.requestTimeout(),
        RtmConfig.DEFAULTS.closeTimeout(),
        settings.maxPendingRequests(),
        settings.maxQueuedFrames(),
        RtmConfig.DEFAULTS.maxQueuedChars());
  }

  private static RateConfig rates(ServerConfig.RateSettings settings) {
    return new RateConfig(
        settings.signals(), settings.changes(), settings.reads(), settings.heavy());
  }
}
