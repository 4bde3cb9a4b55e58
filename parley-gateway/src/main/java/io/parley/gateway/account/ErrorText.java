package io.parley.gateway.account;

import org.jspecify.annotations.Nullable;

/// What the error page says.
///
/// @param details those of the documentation, null for any others
record ErrorText(String sentence, @Nullable String details) {
  static ErrorText of(OAuthError.Code code, @Nullable String details) {
    return switch (details) {
      case OAuthError.CLIENT_ID_NOT_FOUND ->
          new ErrorText("Nobody has registered this application here.", details);
      case OAuthError.REDIRECT_URI_NOT_SET ->
          new ErrorText("The application has not said where it lives.", details);
      case OAuthError.INVALID_REDIRECT_URI ->
          new ErrorText(
              "The application wants the answer to be sent where it does not live.", details);
      case OAuthError.TOO_MANY_REDIRECTS ->
          new ErrorText(
              "The application keeps sending your browser here. Please wait a moment.", details);
      case null, default -> new ErrorText(sentence(code), null);
    };
  }

  private static String sentence(OAuthError.Code code) {
    return switch (code) {
      case INVALID_REQUEST -> "The application's request lacks something, or has it twice.";
      case UNAUTHORIZED_CLIENT -> "The application may not ask for this.";
      case ACCESS_DENIED -> "The application was not let in. You can close this page.";
      case UNSUPPORTED_RESPONSE_TYPE -> "The application asks for something that nobody has.";
      case UNSUPPORTED_GRANT_TYPE -> "The application asks in a way that is not served.";
      case INVALID_SCOPE -> "The application needs rights that it can't have from you.";
      case INVALID_GRANT -> "What the application shows is no longer valid.";
      case INVALID_CLIENT -> "The application does not prove that it is the one.";
      case MISSING_GRANT -> "You have not allowed the application to do this yet.";
      case TEMPORARILY_UNAVAILABLE -> "There is too much to do. Please wait a moment.";
      case SERVER_ERROR -> "Something went wrong on the server. Please try again.";
      case UNAUTHORIZED -> "You are not signed in.";
    };
  }
}
