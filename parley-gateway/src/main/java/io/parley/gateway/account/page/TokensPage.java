package io.parley.gateway.account.page;

import java.util.List;
import java.util.Optional;

/// What the page shows on which an agent makes and revokes tokens for programs of the agent's own.
///
/// @param agent who is signed in
/// @param accountId goes with the tokens, as the user's name does with a password
/// @param alert what went wrong
/// @param made the token that was made just now; it is shown this once
/// @param name what was typed as a name before something went wrong; may be empty
/// @param scopes that the agent may give
/// @param tokens that are good, the newest first
public record TokensPage(
    String agent,
    String accountId,
    Optional<String> alert,
    Optional<String> made,
    FormFields create,
    String name,
    List<ConsentPage.Scope> scopes,
    List<Token> tokens) {
  /// A token in the list.
  ///
  /// @param made when, in words
  public record Token(String id, String name, String made, List<String> scopes, FormFields revoke) {
    /// Makes the list unmodifiable.
    public Token {
      scopes = List.copyOf(scopes);
    }
  }

  /// Makes the lists unmodifiable.
  public TokensPage {
    scopes = List.copyOf(scopes);
    tokens = List.copyOf(tokens);
  }
}
