package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.CLIENT;
import static io.parley.gateway.account.AccountsServer.HOME;
import static io.parley.gateway.account.AccountsServer.SERVER_APP;
import static io.parley.gateway.account.AccountsServer.SERVER_HOME;

import java.util.LinkedHashMap;
import java.util.Map;

/// What applications ask for.
final class Asking {
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  /// The challenge of the verifier, as RFC 7636 gives it.
  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private Asking() {}

  /// A code for the application that keeps a secret.
  static Map<String, String> code() {
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", SERVER_APP);
    query.put("redirect_uri", SERVER_HOME);
    query.put("state", "i8XNjC4b8KVok4uw5RftR38Wgp2BFwql");
    return query;
  }

  /// A code for the application without a secret.
  static Map<String, String> publicCode() {
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", CLIENT);
    query.put("redirect_uri", HOME + "/");
    query.put("code_challenge", CHALLENGE);
    query.put("code_challenge_method", "S256");
    return query;
  }

  /// A token for the application without a secret.
  static Map<String, String> token() {
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "token");
    query.put("client_id", CLIENT);
    query.put("redirect_uri", HOME + "/");
    query.put("state", "x y");
    return query;
  }

  /// The same with another value; null: without it.
  static Map<String, String> with(Map<String, String> query, String name, String value) {
    var changed = new LinkedHashMap<>(query);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return changed;
  }
}
