/// Writes to agents by e-mail what the core says is to be written, where a sender is configured.
///
/// [io.parley.delivery.letter.Letters] stands between the commit and the delivery, hands everything
/// on, and picks the letters. It blocks nobody: they wait in a bounded queue for a thread of their
/// own. [io.parley.delivery.letter.SmtpPost] brings them to a mail server and tries again for a
/// while; what it can't bring is dropped, for whoever waits for a letter can ask again.
@NullMarked
package io.parley.delivery.letter;

import org.jspecify.annotations.NullMarked;
