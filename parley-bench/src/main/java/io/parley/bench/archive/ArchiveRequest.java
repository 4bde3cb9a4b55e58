package io.parley.bench.archive;

import java.util.SplittableRandom;

/// The kinds of requests for archives that are measured.
public enum ArchiveRequest {
  /// A word as likely as it is said: half of them are in more threads than one in ten.
  ANY_WORD("any word"),
  /// A word that is in few threads.
  RARE_WORD("a rare word"),
  /// A word that is in every other thread or more.
  FREQUENT_WORD("a frequent word"),
  /// Three words as likely as they are said.
  THREE_WORDS("three words"),
  /// Name and surname of a customer.
  NAME("a customer's name"),
  /// A word, an agent and a quarter of a year.
  FILTERED("a word, an agent, a quarter"),
  /// A word, by an agent whose token does not reach everything.
  BY_AGENT("any word, limited access"),
  /// A frequent word, far down the list by the number of the page.
  DEEP_BY_NUMBER("a frequent word, pages 100 to 1,000"),
  /// A frequent word, far down the list by the page's id.
  DEEP_BY_ID("a frequent word, pages 100 to 110 by id"),
  /// A tag and nothing else.
  TAG("a tag, no word"),
  /// Everything.
  EVERYTHING("no filter");

  private final String title;

  ArchiveRequest(String title) {
    this.title = title;
  }

  /// The kind in words.
  public String title() {
    return title;
  }

  /// True if a text is searched for.
  public boolean isSearch() {
    return this != TAG && this != EVERYTHING;
  }

  /// A request of the kind, as JSON.
  String body(SplittableRandom random) {
    return switch (this) {
      case ANY_WORD, BY_AGENT -> query(word(random, 1, ArchiveSize.WORDS));
      case RARE_WORD -> query(word(random, ArchiveSize.WORDS / 10, ArchiveSize.WORDS));
      case FREQUENT_WORD, DEEP_BY_ID -> query(word(random, 1, 10));
      case THREE_WORDS ->
          query(
              word(random, 1, ArchiveSize.WORDS)
                  + " "
                  + word(random, 1, ArchiveSize.WORDS)
                  + " "
                  + word(random, 1, ArchiveSize.WORDS));
      case NAME ->
          query(
              "name"
                  + random.nextInt(ArchiveSize.NAMES)
                  + " surname"
                  + random.nextInt(ArchiveSize.NAMES));
      case FILTERED ->
          """
          {"filters":{"query":"%s","agent_ids":["bench-agent-%d@example.com"],\
          "date_from":"2025-03-01","date_to":"2025-05-31"}}"""
              .formatted(word(random, 1, ArchiveSize.WORDS), random.nextInt(ArchiveSize.AGENTS));
      case DEEP_BY_NUMBER ->
          """
          {"filters":{"query":"%s"},"pagination":{"page":%d,"limit":25}}"""
              .formatted(word(random, 1, 10), 100 + random.nextInt(900));
      case TAG ->
          """
          {"filters":{"tags":{"values":["tag%d"]}}}"""
              .formatted(rank(random, 1, ArchiveSize.TAGS));
      case EVERYTHING -> "{}";
    };
  }

  private static String query(String text) {
    return "{\"filters\":{\"query\":\"" + text + "\"}}";
  }

  private static String word(SplittableRandom random, int from, int to) {
    return "word" + rank(random, from, to);
  }

  /// A rank as likely as words of it are said: the tenth is a tenth as likely as the first.
  private static int rank(SplittableRandom random, int from, int to) {
    double low = Math.log(from);
    double high = Math.log(to);
    return (int) Math.floor(Math.exp(low + random.nextDouble() * (high - low)));
  }
}
