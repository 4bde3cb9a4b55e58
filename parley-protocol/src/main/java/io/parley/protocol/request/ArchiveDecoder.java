package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.chat.ThreadId;
import io.parley.core.query.ArchiveCondition;
import io.parley.core.query.ArchiveCondition.Survey;
import io.parley.core.query.ArchiveCondition.SurveyAnswer;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import io.parley.core.query.ValueMatch;
import io.parley.protocol.method.Call;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the request for archives. A day of its filters is a day in UTC.
public final class ArchiveDecoder {
  private static final int MAX_THREADS = 20;
  private static final int DEFAULT_LIMIT = 25;
  private static final int MAX_ANSWERS = 100;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Map<String, Survey> SURVEYS =
      Map.of("pre_chat", Survey.PRE_CHAT, "post_chat", Survey.POST_CHAT);

  private ArchiveDecoder() {}

  /// Get Archives.
  public static Query archives(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    Fields filters = request.objectOrNull("filters");
    List<ThreadId> threadIds = filters == null ? List.of() : threadIds(request, filters);
    if (!threadIds.isEmpty()) {
      return new Query.Archives(
          call.caller(),
          List.of(new ArchiveCondition.OneOf(threadIds)),
          ListDecoder.order(request),
          new Page.ById(null, MAX_THREADS));
    }
    return new Query.Archives(
        call.caller(),
        filters == null ? List.of() : conditions(filters),
        ListDecoder.order(request),
        page(request));
  }

  /// The threads that are asked for by their ids, which goes with no other filter and no page.
  private static List<ThreadId> threadIds(Fields request, Fields filters) {
    List<String> ids = filters.textsOrNull("thread_ids", MAX_THREADS, Text.ID);
    if (ids == null || ids.isEmpty()) {
      return List.of();
    }
    for (Map.Entry<String, ?> filter : filters.node().properties()) {
      if (!filter.getKey().equals("thread_ids") && filters.has(filter.getKey())) {
        throw filters.invalid("thread_ids", "can't be combined with other filters");
      }
    }
    Fields pagination = request.objectOrNull("pagination");
    if (request.has("page_id")
        || request.has("limit")
        || (pagination != null && !pagination.node().isEmpty())) {
      throw filters.invalid("thread_ids", "can't be combined with pagination");
    }
    return ids.stream().distinct().map(ThreadId::new).toList();
  }

  private static Page page(Fields request) {
    Fields pagination = request.objectOrNull("pagination");
    if (pagination != null && !pagination.node().isEmpty()) {
      return ListDecoder.pageByNumber(request, pagination);
    }
    return new Page.ById(
        request.textOrNull("page_id", Text.TOKEN), request.integer("limit", 0, 100, DEFAULT_LIMIT));
  }

  private static List<ArchiveCondition> conditions(Fields filters) {
    var conditions = new ArrayList<ArchiveCondition>();
    String query = filters.filledTextOrNull("query", Text.LABEL);
    if (query != null && !query.isBlank()) {
      conditions.add(new ArchiveCondition.Text(query));
    }
    addDates(filters, conditions);
    addUnlessEmpty(Ids.agents(filters, "agent_ids"), ArchiveCondition.WithAgent::new, conditions);
    addUnlessEmpty(
        Ids.groupsOrNull(filters, "group_ids"), ArchiveCondition.OfGroup::new, conditions);
    ChatFilterDecoder.conditions(filters)
        .forEach(property -> conditions.add(new ArchiveCondition.OfProperty(property)));
    addMatch(filters, "tags", ArchiveCondition.OfTags::new, conditions);
    addMatch(filters, "sales", ArchiveCondition.OfSales::new, conditions);
    addMatch(filters, "goals", ArchiveCondition.OfGoals::new, conditions);
    addUnlessEmpty(surveyAnswers(filters), ArchiveCondition.OfSurveys::new, conditions);
    return conditions;
  }

  private static void addDates(Fields filters, List<ArchiveCondition> to) {
    LocalDate from = dateOrNull(filters, "date_from");
    LocalDate last = dateOrNull(filters, "date_to");
    if (from != null) {
      to.add(new ArchiveCondition.BegunFrom(startOf(from)));
    }
    if (last != null) {
      if (from != null && last.isBefore(from)) {
        throw filters.invalid("date_to", "must not be before date_from");
      }
      to.add(new ArchiveCondition.BegunBefore(startOf(last.plusDays(1))));
    }
  }

  private static Instant startOf(LocalDate date) {
    return date.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static @Nullable LocalDate dateOrNull(Fields filters, String member) {
    String text = filters.filledTextOrNull(member, Text.LABEL);
    if (text == null) {
      return null;
    }
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException _) {
      // Such a day is in no calendar: refused below.
    }
    throw filters.invalid(member, "must be a date like 2017-10-12");
  }

  private static <T> void addUnlessEmpty(
      @Nullable List<T> values,
      Function<List<T>, ArchiveCondition> condition,
      List<ArchiveCondition> to) {
    if (values != null && !values.isEmpty()) {
      to.add(condition.apply(values));
    }
  }

  private static void addMatch(
      Fields filters,
      String member,
      Function<ValueMatch, ArchiveCondition> condition,
      List<ArchiveCondition> to) {
    Fields filter = filters.objectOrNull(member);
    if (filter != null) {
      to.add(condition.apply(ChatFilterDecoder.match(filter)));
    }
  }

  private static List<SurveyAnswer> surveyAnswers(Fields filters) {
    return filters.objects("surveys", MAX_ANSWERS).stream()
        .map(
            survey ->
                new SurveyAnswer(
                    survey.choice("type", SURVEYS), survey.text("answer_id", Text.NAME)))
        .toList();
  }
}
