package io.parley.server.provisioning;

import java.util.regex.Pattern;

/// The scopes that the platform's documentation names, in each of its spellings.
final class DocumentedScopes {
  private static final Pattern KNOWN =
      Pattern.compile(
          String.join(
              "|",
              "\\*",
              "chats--(all|access|my):(ro|rw)",
              "chats\\.conversation--(all|access|my):(ro|rw|write)",
              "customers:(ro|rw|own)",
              "customers\\.own",
              "customers\\.ban:rw",
              "customers\\.identity--manage",
              "multicast:(ro|rw)",
              "(agents|agents-bot|groups|properties|webhooks|accounts)--(all|my):(ro|rw)",
              "(sessions|organization)--my:(ro|rw)",
              "accounts\\.roles--all:(ro|rw)",
              "accounts\\.roles\\.lc--all:(ro|rw)",
              "access_rules:(ro|rw)",
              "properties(--|\\.)configuration:rw",
              "webhooks\\.configuration:rw",
              "webhooks\\.state:(ro|rw)"));

  private DocumentedScopes() {}

  static boolean contain(String scope) {
    return KNOWN.matcher(scope).matches();
  }

  /// The scope in the one spelling under which it is kept.
  static String canonical(String scope) {
    return scope.equals("customers.own") ? "customers:own" : scope;
  }
}
