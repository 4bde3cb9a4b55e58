package io.parley.gateway.account.page;

import java.util.List;
import java.util.Optional;

/// What the page shows on which an agent signs in.
///
/// @param application to which the agent goes on
/// @param destination where the application is, for the browser's policy
/// @param email what is in the field already; may be empty
/// @param alert what went wrong before
/// @param licenses to choose among, if the agent is in several; else none
/// @param forgotten where somebody goes who has forgotten the password; empty if there is no help
public record SignInPage(
    String application,
    String destination,
    FormFields form,
    String email,
    Optional<String> alert,
    List<Long> licenses,
    Optional<String> forgotten) {
  /// Makes the list unmodifiable.
  public SignInPage {
    licenses = List.copyOf(licenses);
  }
}
