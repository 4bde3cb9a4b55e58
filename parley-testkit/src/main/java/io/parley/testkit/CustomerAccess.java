package io.parley.testkit;

/// A customer with a token.
public record CustomerAccess(long licenseId, String customerId, String token) {
  /// Makes a new customer, by an agent's token.
  public static CustomerAccess ofNewCustomer(ParleyServer server) {
    TestLicense license = server.license();
    String agentToken = TestLicense.tokenOf(license.agentIds().getFirst());
    var answer =
        server
            .web()
            .post(
                "/accounts/customer/",
                "Bearer " + agentToken,
                "{\"client_id\": \"%s\", \"redirect_uri\": \"%s\", \"response_type\": \"token\"}"
                    .formatted(TestLicense.CLIENT_ID, TestLicense.REDIRECT_URI));
    if (answer.status() != 200) {
      throw new AssertionError("no customer token: " + answer.status() + " " + answer.body());
    }
    return new CustomerAccess(
        license.id(),
        answer.body().path("entity_id").asText(),
        answer.body().path("access_token").asText());
  }
}
