package io.parley.server.demo.bot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the bot remembers of one chat.
///
/// @param misses how often in a row it has understood nothing
/// @param group whose people know about what was asked last
/// @param waiting whether somebody is wanted and nobody was there
record Talk(int misses, int group, boolean waiting) {
  /// A chat that begins.
  static final Talk NEW = new Talk(0, 1, false);

  private static final int MISSES_BEFORE_HELP = 2;
  private static final Pattern ORDER_NUMBER = Pattern.compile("(?<!\\d)\\d{4,8}(?!\\d)");
  private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// What is done for something that was said.
  ///
  /// @param events what the bot answers
  /// @param handOver whether it fetches somebody
  /// @param then what it remembers
  record Turn(List<JsonNode> events, boolean handOver, Talk then) {}

  /// What the bot does when the customer has said something.
  Turn hears(String text, BotScript script) {
    var number = ORDER_NUMBER.matcher(text);
    if (number.find()) {
      var parcel = script.subject("parcel");
      return new Turn(
          BotScript.filled(parcel.events(), Map.of("number", number.group())),
          false,
          new Talk(0, parcel.group(), waiting));
    }
    Optional<BotScript.Subject> subject = subjectOf(text, script);
    if (subject.isPresent()) {
      return about(subject.get(), script);
    }
    if (waiting) {
      return new Turn(List.of(), false, this);
    }
    var then = new Talk(misses + 1, group, false);
    return then.misses >= MISSES_BEFORE_HELP
        ? new Turn(script.leaving(), true, then)
        : new Turn(script.unknown(), false, then);
  }

  private Turn about(BotScript.Subject subject, BotScript script) {
    boolean people = subject.events().isEmpty();
    int knowing = people ? group : subject.group();
    return new Turn(
        people ? script.leaving() : subject.events(), people, new Talk(0, knowing, waiting));
  }

  /// The same, when somebody is wanted and nobody is there, or when somebody has come.
  Talk waiting(boolean forSomebody) {
    return new Talk(0, group, forSomebody);
  }

  /// The subject of whose words most are in the text.
  private static Optional<BotScript.Subject> subjectOf(String text, BotScript script) {
    List<String> words = WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).toList();
    BotScript.@Nullable Subject best = null;
    long most = 0;
    for (BotScript.Subject subject : script.subjects()) {
      long count = subject.words().stream().filter(word -> begins(words, word)).count();
      if (count > most) {
        most = count;
        best = subject;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean begins(List<String> words, String beginning) {
    return words.stream().anyMatch(word -> word.startsWith(beginning));
  }
}
