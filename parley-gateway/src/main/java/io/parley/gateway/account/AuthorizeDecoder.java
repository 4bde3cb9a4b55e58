package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.core.license.OrganizationId;
import io.parley.protocol.scope.Scopes;
import io.parley.store.credential.OAuthClient;
import io.parley.store.credential.OAuthClients;
import io.parley.store.credential.ProofKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads and checks what an application asks of an agent. Blocks.
///
/// The application and its address are checked first: before they are known to be right, nothing
/// may be sent to that address.
final class AuthorizeDecoder {
  private final OAuthClients clients;
  private final Licenses licenses;
  private final AuthorizationConfig config;

  AuthorizeDecoder(OAuthClients clients, Licenses licenses, AuthorizationConfig config) {
    this.clients = clients;
    this.licenses = licenses;
    this.config = config;
  }

  /// @param ownOrigin what the browser calls this server
  Attempt<AuthorizeRequest> decode(Parameters parameters, String ownOrigin) {
    return parameters
        .text("client_id")
        .map(Attempt::passed)
        .orElseGet(
            () -> Attempt.failed(OAuthError.Code.UNAUTHORIZED_CLIENT, "`client_id` is required"))
        .then(this::registered)
        .then(found -> ofOrganization(found, parameters))
        .then(found -> living(found, parameters, ownOrigin))
        .then(found -> checked(found, parameters));
  }

  private Attempt<List<OAuthClient>> registered(String clientId) {
    List<OAuthClient> found = clients.withId(clientId);
    return found.isEmpty() ? noSuchClient() : Attempt.passed(found);
  }

  private Attempt<List<OAuthClient>> ofOrganization(
      List<OAuthClient> found, Parameters parameters) {
    Optional<String> organization = parameters.text("organization_id");
    if (organization.isEmpty()) {
      return Attempt.passed(found);
    }
    String id = Parameters.canonicalUuid(organization.get()).orElse(organization.get());
    Optional<LicenseId> licenseId =
        licenses.byOrganization(new OrganizationId(id)).map(Tenant::licenseId);
    List<OAuthClient> there =
        found.stream()
            .filter(each -> licenseId.filter(each.licenseId()::equals).isPresent())
            .toList();
    return there.isEmpty() ? noSuchClient() : Attempt.passed(there);
  }

  private static Attempt<List<OAuthClient>> noSuchClient() {
    return Attempt.failed(
        new OAuthError(
            OAuthError.Code.UNAUTHORIZED_CLIENT,
            "There is no application with this `client_id`",
            OAuthError.CLIENT_ID_NOT_FOUND));
  }

  /// The licenses in which the application lives at that address.
  private static Attempt<List<OAuthClient>> living(
      List<OAuthClient> found, Parameters parameters, String ownOrigin) {
    if (found.stream().allMatch(each -> each.redirectUris().isEmpty())) {
      return Attempt.failed(
          new OAuthError(
              OAuthError.Code.UNAUTHORIZED_CLIENT,
              "The application has registered no `redirect_uri`",
              OAuthError.REDIRECT_URI_NOT_SET));
    }
    return parameters
        .required("redirect_uri")
        .then(
            address -> {
              List<OAuthClient> there =
                  found.stream()
                      .filter(
                          each ->
                              new RedirectUris(each.redirectUris()).at(ownOrigin).cover(address))
                      .toList();
              return there.isEmpty()
                  ? Attempt.failed(
                      new OAuthError(
                          OAuthError.Code.UNAUTHORIZED_CLIENT,
                          "`redirect_uri` is not one of the application's",
                          OAuthError.INVALID_REDIRECT_URI))
                  : Attempt.passed(there);
            });
  }

  private Attempt<AuthorizeRequest> checked(List<OAuthClient> found, Parameters parameters) {
    String address = parameters.text("redirect_uri").orElseThrow().strip();
    return answer(parameters)
        .then(
            answer ->
                ProofKeys.asked(parameters)
                    .then(
                        proofKey ->
                            registeredFor(found, parameters.scopes())
                                .then(able -> proving(able, answer, proofKey))
                                .map(
                                    able ->
                                        new AuthorizeRequest(
                                            parameters,
                                            answer,
                                            able,
                                            address,
                                            parameters.scopes(),
                                            proofKey,
                                            shape(parameters)))));
  }

  private static Attempt<AuthorizeRequest.Answer> answer(Parameters parameters) {
    return parameters
        .required("response_type")
        .then(
            type ->
                switch (type) {
                  case "code" -> Attempt.passed(AuthorizeRequest.Answer.CODE);
                  case "token" -> Attempt.passed(AuthorizeRequest.Answer.TOKEN);
                  default ->
                      Attempt.failed(
                          OAuthError.Code.UNSUPPORTED_RESPONSE_TYPE,
                          "`response_type` must be `code` or `token`");
                });
  }

  /// The licenses in which the application is registered for what it asks for.
  private static Attempt<List<OAuthClient>> registeredFor(
      List<OAuthClient> found, Optional<Set<String>> asked) {
    Set<String> scopes = asked.orElse(Set.of());
    List<OAuthClient> there =
        found.stream()
            .filter(each -> scopes.stream().allMatch(new Scopes(each.scopes())::contain))
            .toList();
    return there.isEmpty()
        ? Attempt.failed(
            OAuthError.Code.INVALID_SCOPE,
            "`scope` names what the application is not registered for")
        : Attempt.passed(there);
  }

  /// The licenses in which the application does not need a key, or has one.
  private Attempt<List<OAuthClient>> proving(
      List<OAuthClient> found, AuthorizeRequest.Answer answer, Optional<ProofKey> proofKey) {
    boolean keyless =
        config.proofKeyRequired() && answer == AuthorizeRequest.Answer.CODE && proofKey.isEmpty();
    List<OAuthClient> there = found.stream().filter(each -> !(keyless && each.isPublic())).toList();
    return there.isEmpty()
        ? Attempt.invalidRequest("`code_challenge` is required of applications without a secret")
        : Attempt.passed(there);
  }

  private static AuthorizeRequest.Shape shape(Parameters parameters) {
    return parameters.text("flow").filter("button"::equals).isPresent()
        ? AuthorizeRequest.Shape.MESSAGE
        : AuthorizeRequest.Shape.REDIRECT;
  }
}
