package io.parley.store.history;

import io.parley.core.group.GroupId;
import io.parley.core.license.LicenseId;
import io.parley.core.property.PropertyValue;
import io.parley.core.query.ArchiveCondition;
import io.parley.core.query.ChatFilter.PropertyCondition;
import io.parley.core.query.ValueMatch;
import io.parley.store.codec.StorableText;
import io.parley.store.codec.UserKey;
import io.parley.store.row.Micros;
import io.parley.store.search.Terms;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlStatement;

/// Conditions of archives as conditions in SQL.
///
/// @param words the terms of the texts that are searched for
record ArchiveConditions(
    LicenseId licenseId, List<ArchiveCondition> conditions, List<String> words) {

  /// True of the time at which a thread began.
  String onTime(String createdAt) {
    return all(
        (condition, name) ->
            switch (condition) {
              case ArchiveCondition.BegunFrom _ -> createdAt + " >= " + name;
              case ArchiveCondition.BegunBefore _ -> createdAt + " < " + name;
              case ArchiveCondition.Text _,
                  ArchiveCondition.WithAgent _,
                  ArchiveCondition.OneOf _,
                  ArchiveCondition.OfGroup _,
                  ArchiveCondition.OfProperty _,
                  ArchiveCondition.OfTags _,
                  ArchiveCondition.OfSales _,
                  ArchiveCondition.OfGoals _,
                  ArchiveCondition.OfSurveys _ ->
                  "";
            });
  }

  /// True of a thread `t`, whatever is said in it and whenever it began.
  String onThread() {
    return onThread(_ -> true);
  }

  private String onThread(Predicate<ArchiveCondition> which) {
    return all((condition, name) -> which.test(condition) ? onThread(condition, name) : "");
  }

  private static String onThread(ArchiveCondition condition, String name) {
    return switch (condition) {
      case ArchiveCondition.WithAgent _ -> "t.user_keys && " + name + "::text[]";
      case ArchiveCondition.OneOf _ -> "t.id = any (" + name + "::text[])";
      case ArchiveCondition.OfGroup _ -> "t.group_ids && " + name + "::int4[]";
      case ArchiveCondition.OfTags(ValueMatch.Exists(boolean exists)) ->
          exists ? "t.tags <> '{}'" : "t.tags = '{}'";
      case ArchiveCondition.OfTags(ValueMatch.OneOf _) -> "t.tags && " + name + "::text[]";
      case ArchiveCondition.OfTags(ValueMatch.NoneOf _) -> "not t.tags && " + name + "::text[]";
      case ArchiveCondition.OfSales(ValueMatch match) -> ofNothing(match);
      case ArchiveCondition.OfGoals(ValueMatch.Exists(boolean exists)) ->
          exists ? reachedGoal("true") : "not " + reachedGoal("true");
      case ArchiveCondition.OfGoals(ValueMatch.OneOf _) -> reachedGoal(isOneOf(name));
      case ArchiveCondition.OfGoals(ValueMatch.NoneOf _) -> "not " + reachedGoal(isOneOf(name));
      case ArchiveCondition.BegunFrom _,
          ArchiveCondition.BegunBefore _,
          ArchiveCondition.Text _,
          ArchiveCondition.OfProperty _,
          ArchiveCondition.OfSurveys _ ->
          "";
    };
  }

  private static String reachedGoal(String condition) {
    return """
    exists (
      select from reached_goal g
      where g.license_id = t.license_id and g.thread_id = t.id and %s)\
    """
        .formatted(condition);
  }

  private static String isOneOf(String name) {
    return "g.goal_id = any (" + name + "::int4[])";
  }

  /// No sales are kept.
  private static String ofNothing(ValueMatch match) {
    return switch (match) {
      case ValueMatch.Exists(boolean exists) -> exists ? "false" : "";
      case ValueMatch.OneOf _ -> "false";
      case ValueMatch.NoneOf _ -> "";
    };
  }

  /// True of a thread `t` with its chat `c`.
  String onChat() {
    return properties().sql();
  }

  boolean areOnChat() {
    return !properties().conditions().isEmpty();
  }

  /// True of a thread `t` that was found by its terms: what they do not say, and the tags and
  /// goals, which may be others by now.
  String onThreadOfTerms() {
    return onThread(condition -> !isAlwaysInTerms(condition));
  }

  private static boolean isAlwaysInTerms(ArchiveCondition condition) {
    return condition instanceof ArchiveCondition.WithAgent
        || condition instanceof ArchiveCondition.OfGroup;
  }

  /// True of what is said in a thread, by its terms.
  String onTextTerms(String terms) {
    String ofSurveys =
        all(
            (condition, name) ->
                condition instanceof ArchiveCondition.OfSurveys
                    ? terms + " && " + name + "terms::text[]"
                    : "");
    return words.isEmpty() ? ofSurveys : terms + " @> :words::text[] and " + ofSurveys;
  }

  /// True of all terms of a closed thread.
  String onTerms(String terms) {
    String ofRow =
        all(
            (condition, name) ->
                isAlwaysInTerms(condition) || isOfSomeTags(condition) || isOfSomeGoals(condition)
                    ? terms + " && " + name + "terms::text[]"
                    : "");
    return onTextTerms(terms) + " and " + ofRow;
  }

  private static boolean isOfSomeTags(ArchiveCondition condition) {
    return condition instanceof ArchiveCondition.OfTags(ValueMatch match)
        && match instanceof ValueMatch.OneOf;
  }

  private static boolean isOfSomeGoals(ArchiveCondition condition) {
    return condition instanceof ArchiveCondition.OfGoals(ValueMatch match)
        && switch (match) {
          case ValueMatch.Exists(boolean exists) -> exists;
          case ValueMatch.OneOf _ -> true;
          case ValueMatch.NoneOf _ -> false;
        };
  }

  /// True if threads are found by their terms rather than along their times.
  boolean areOnTerms() {
    return !words.isEmpty()
        || conditions.stream()
            .anyMatch(
                condition ->
                    condition instanceof ArchiveCondition.OfSurveys
                        || condition instanceof ArchiveCondition.WithAgent
                        || isOfSomeTags(condition)
                        || isOfSomeGoals(condition));
  }

  private PropertyConditions properties() {
    List<PropertyCondition> properties =
        conditions.stream()
            .filter(ArchiveCondition.OfProperty.class::isInstance)
            .map(condition -> ((ArchiveCondition.OfProperty) condition).property())
            .toList();
    return new PropertyConditions(properties, PropertyConditions.OF_THREAD_OR_CHAT);
  }

  private interface Sql {
    /// The condition, with the name of its parameter; empty if it says nothing here.
    String of(ArchiveCondition condition, String name);
  }

  private String all(Sql sql) {
    var parts =
        IntStream.range(0, conditions.size())
            .mapToObj(i -> sql.of(conditions.get(i), ":condition" + i))
            .filter(part -> !part.isEmpty())
            .toList();
    return parts.isEmpty() ? "true" : String.join(" and ", parts);
  }

  <S extends SqlStatement<S>> S bind(S statement) {
    for (int i = 0; i < conditions.size(); i++) {
      bind(statement, "condition" + i, conditions.get(i));
    }
    statement.bindArray("words", String.class, words);
    return properties().bind(statement);
  }

  private <S extends SqlStatement<S>> void bind(
      S statement, String name, ArchiveCondition condition) {
    switch (condition) {
      case ArchiveCondition.BegunFrom(Instant from) -> statement.bind(name, time(from));
      case ArchiveCondition.BegunBefore(Instant end) -> statement.bind(name, time(end));
      case ArchiveCondition.WithAgent(var agents) -> {
        bindTexts(statement, name, agents.stream().map(UserKey::encode).toList());
        bindTerms(statement, name, agents, agent -> Terms.of(licenseId, agent));
      }
      case ArchiveCondition.OneOf(var threads) ->
          bindTexts(
              statement, name, threads.stream().map(id -> StorableText.of(id.value())).toList());
      case ArchiveCondition.OfGroup(var groups) -> {
        statement.bindArray(name, Integer.class, groups.stream().map(GroupId::value).toList());
        bindTerms(statement, name, groups, group -> Terms.of(licenseId, group));
      }
      case ArchiveCondition.OfTags(ValueMatch.OneOf(var tags)) -> {
        bindTexts(statement, name, texts(tags));
        bindTerms(statement, name, texts(tags), tag -> Terms.ofTag(licenseId, tag));
      }
      case ArchiveCondition.OfTags(ValueMatch.NoneOf(var tags)) ->
          bindTexts(statement, name, texts(tags));
      case ArchiveCondition.OfGoals(ValueMatch.OneOf(var goals)) -> {
        List<Integer> ids = numbers(goals);
        statement.bindArray(name, Integer.class, ids);
        bindTerms(statement, name, ids, goal -> Terms.ofGoal(licenseId, goal));
      }
      case ArchiveCondition.OfGoals(ValueMatch.NoneOf(var goals)) ->
          statement.bindArray(name, Integer.class, numbers(goals));
      case ArchiveCondition.OfGoals(ValueMatch.Exists _) ->
          bindTexts(statement, name + "terms", List.of(Terms.ofAnyGoal(licenseId)));
      case ArchiveCondition.OfSurveys(var answers) ->
          bindTerms(statement, name, answers, answer -> Terms.of(licenseId, answer));
      case ArchiveCondition.OfTags(ValueMatch.Exists _),
          ArchiveCondition.OfProperty _,
          ArchiveCondition.OfSales _,
          ArchiveCondition.Text _ -> {}
    }
  }

  private static <S extends SqlStatement<S>> void bindTexts(
      S statement, String name, List<String> texts) {
    statement.bindArray(name, String.class, texts);
  }

  private static <S extends SqlStatement<S>, T> void bindTerms(
      S statement, String name, List<T> values, Function<T, String> term) {
    bindTexts(statement, name + "terms", values.stream().map(term).toList());
  }

  private static List<String> texts(List<PropertyValue> values) {
    return values.stream()
        .filter(PropertyValue.Text.class::isInstance)
        .map(value -> StorableText.of(((PropertyValue.Text) value).value()))
        .toList();
  }

  /// Those values that can be ids of goals.
  private static List<Integer> numbers(List<PropertyValue> values) {
    return values.stream()
        .filter(PropertyValue.Whole.class::isInstance)
        .map(value -> ((PropertyValue.Whole) value).value())
        .filter(value -> value.intValue() == value)
        .map(Long::intValue)
        .toList();
  }

  private static Object time(Instant time) {
    return Micros.instant(Micros.of(time)).atOffset(ZoneOffset.UTC);
  }
}
