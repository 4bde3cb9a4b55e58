package io.parley.gateway.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The parameters of a request, whatever their wrapping was.
record Parameters(Map<String, String> byName) {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  Parameters {
    byName = Map.copyOf(byName);
  }

  /// The value of a parameter; empty if it is absent or blank.
  Optional<String> text(String name) {
    return Optional.ofNullable(byName.get(name)).filter(value -> !value.isBlank());
  }

  /// The value of a parameter that must be there.
  Attempt<String> required(String name) {
    return text(name)
        .map(Attempt::passed)
        .orElseGet(() -> Attempt.invalidRequest("`" + name + "` is required"));
  }

  /// A number that is not negative.
  Attempt<Optional<Long>> number(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Attempt.passed(Optional.empty());
    }
    return NUMBER.matcher(text.get()).matches()
        ? Attempt.passed(text.map(Long::valueOf))
        : Attempt.invalidRequest("`" + name + "` must be a whole number");
  }

  /// A UUID in its canonical form.
  Attempt<Optional<String>> uuid(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Attempt.passed(Optional.empty());
    }
    return canonicalUuid(text.get())
        .map(uuid -> Attempt.passed(Optional.of(uuid)))
        .orElseGet(() -> Attempt.invalidRequest("`" + name + "` must be a UUID"));
  }

  /// The scopes of `scope`, with commas or spaces between them; empty if it is absent.
  Optional<Set<String>> scopes() {
    return text("scope")
        .map(
            text ->
                Arrays.stream(text.split("[,\\s]+"))
                    .filter(scope -> !scope.isEmpty())
                    .collect(Collectors.toSet()));
  }

  static Optional<String> canonicalUuid(String text) {
    return Optional.of(text.toLowerCase(Locale.ROOT)).filter(each -> UUID.matcher(each).matches());
  }
}
