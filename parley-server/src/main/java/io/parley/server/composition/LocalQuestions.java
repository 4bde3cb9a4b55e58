package io.parley.server.composition;

import io.parley.core.Result;
import io.parley.core.group.GroupId;
import io.parley.core.license.LicenseId;
import io.parley.core.routing.Candidate;
import io.parley.core.routing.ExplainRouting;
import io.parley.runtime.Cause;
import io.parley.runtime.Placement;
import io.parley.runtime.Reply;
import io.parley.server.control.Questions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What a command beside the server can ask: `explain-routing LICENSE GROUP`.
final class LocalQuestions implements Questions {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Placement placement;

  LocalQuestions(Placement placement) {
    this.placement = placement;
  }

  @Override
  public String answer(List<String> words) {
    if (words.size() == 3 && words.getFirst().equals("explain-routing")) {
      return explainRouting(new LicenseId(number(words.get(1))), group(words.get(2)));
    }
    throw new IllegalArgumentException("the server does not know this question");
  }

  private static long number(String word) {
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException(word + " is no number");
    }
  }

  private static GroupId group(String word) {
    return new GroupId(Math.clamp(number(word), -1, Integer.MAX_VALUE));
  }

  private String explainRouting(LicenseId licenseId, GroupId groupId) {
    var answer = new CompletableFuture<Reply>();
    placement.submit(licenseId, new ExplainRouting(groupId), Cause.NONE, answer::complete);
    try {
      return switch (answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        case Reply.Done(Result.RoutingExplained explained, _) -> text(explained);
        case Reply.Refused _ -> throw new IllegalArgumentException("there is no group " + groupId);
        case Reply.NoSuchLicense() ->
            throw new IllegalArgumentException("there is no license " + licenseId);
        case Reply _ -> throw new IllegalArgumentException("the license can't answer now");
      };
    } catch (TimeoutException | ExecutionException _) {
      throw new IllegalArgumentException("the license can't answer now");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IllegalArgumentException("the server stops");
    }
  }

  private static String text(Result.RoutingExplained explained) {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "group %s (%s): %s, %d waiting%n",
            explained.group().id(),
            explained.group().name(),
            explained.status().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            explained.waiting()));
    int width =
        explained.candidates().stream()
            .mapToInt(each -> each.agent().id().value().length())
            .max()
            .orElse(1);
    for (Candidate candidate : explained.candidates()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-" + width + "s  %s%n",
              candidate.agent().id().value(),
              candidate.reason()));
    }
    return text.toString();
  }
}
