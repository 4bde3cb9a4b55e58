package io.parley.gateway.account.page;

import java.util.List;

/// What the page shows on which an agent allows an application to act.
///
/// @param agent who is signed in
/// @param destination where the application is
/// @param scopes what it will be able to do
public record ConsentPage(
    String application,
    String agent,
    String destination,
    List<Scope> scopes,
    FormFields form,
    FormFields signOut) {
  /// A scope, and what it means.
  public record Scope(String name, String description) {}

  /// Makes the list unmodifiable.
  public ConsentPage {
    scopes = List.copyOf(scopes);
  }
}
