package io.parley.runtime.mail;

/// An e-mail of plain text.
///
/// @param to an e-mail address
/// @param subject one line
public record Mail(String to, String subject, String text) {
  /// Makes one line of the subject, whatever names stand in it.
  public Mail {
    subject = subject.replaceAll("\\p{Cntrl}+", " ");
  }

  /// Leaves the text out: it may hold what lets somebody in.
  @Override
  public String toString() {
    return "Mail[" + to + ", " + subject + "]";
  }
}
