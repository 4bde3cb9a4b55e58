package io.parley.protocol.request;

import static io.parley.protocol.request.Requests.ANNA;
import static io.parley.protocol.request.Requests.byAgent;
import static io.parley.protocol.request.Requests.problemOfAgent;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.chat.ThreadId;
import io.parley.core.group.GroupId;
import io.parley.core.property.PropertyValue.Text;
import io.parley.core.property.PropertyValue.Whole;
import io.parley.core.query.ArchiveCondition;
import io.parley.core.query.ArchiveCondition.Survey;
import io.parley.core.query.ArchiveCondition.SurveyAnswer;
import io.parley.core.query.ChatFilter.PropertyCondition;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import io.parley.core.query.ValueMatch;
import io.parley.core.user.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveDecoderTest {
  private static Query.Archives archives(String payload) {
    return (Query.Archives) byAgent("get_archives", payload);
  }

  @Test
  void shouldAskForTheNewestPageByDefault() {
    var everything = new Query.Archives(ANNA, List.of(), Order.DESCENDING, new Page.ById(null, 25));

    assertThat(archives("{}")).isEqualTo(everything);
    assertThat(archives("{filters: {}, pagination: {}}")).isEqualTo(everything);
    assertThat(archives("{filters: {query: ' ', date_from: '', thread_ids: [], group_ids: []}}"))
        .isEqualTo(everything);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {pagination: {page: 3, limit: 100}} | 3 | 100
          {pagination: {page: 1000}} | 1000 | 25
          {pagination: {limit: 0}} | 1 | 0
          {pagination: {total: 7}} | 1 | 7
          """)
  void shouldReadPagesByTheirNumbers(String payload, int number, int limit) {
    assertThat(archives(payload).page()).isEqualTo(new Page.ByNumber(number, limit));
  }

  @Test
  void shouldReadPagesByTheirIdsAndOrders() {
    assertThat(archives("{page_id: 'MTUx', limit: 5, sort_order: 'asc'}"))
        .isEqualTo(new Query.Archives(ANNA, List.of(), Order.ASCENDING, new Page.ById("MTUx", 5)));
    assertThat(archives("{order: 'asc'}").order()).isEqualTo(Order.ASCENDING);
  }

  @Test
  void shouldReadEveryFilter() {
    String payload =
        """
        {filters: {
          query: 'search keyword',
          date_from: '2016-09-01',
          date_to: '2016-10-01',
          agent_ids: ['agent1@example.com'],
          group_ids: [1, 2],
          properties: {rating: {score: {values: [1]}, comment: {exists: true}}},
          tags: {values: ['support', 'bug']},
          sales: {exists: false},
          goals: {exclude_values: [1, 2]},
          surveys: [
            {type: 'pre_chat', answer_id: '0'},
            {type: 'post_chat', answer_id: '1'}
          ]
        }}
        """;

    assertThat(archives(payload).conditions())
        .containsExactly(
            new ArchiveCondition.Text("search keyword"),
            new ArchiveCondition.BegunFrom(Instant.parse("2016-09-01T00:00:00Z")),
            new ArchiveCondition.BegunBefore(Instant.parse("2016-10-02T00:00:00Z")),
            new ArchiveCondition.WithAgent(List.of(new AgentId("agent1@example.com"))),
            new ArchiveCondition.OfGroup(List.of(new GroupId(1), new GroupId(2))),
            new ArchiveCondition.OfProperty(
                new PropertyCondition.OneOf("rating", "score", List.of(new Whole(1)))),
            new ArchiveCondition.OfProperty(
                new PropertyCondition.Exists("rating", "comment", true)),
            new ArchiveCondition.OfTags(
                new ValueMatch.OneOf(List.of(new Text("support"), new Text("bug")))),
            new ArchiveCondition.OfSales(new ValueMatch.Exists(false)),
            new ArchiveCondition.OfGoals(
                new ValueMatch.NoneOf(List.of(new Whole(1), new Whole(2)))),
            new ArchiveCondition.OfSurveys(
                List.of(
                    new SurveyAnswer(Survey.PRE_CHAT, "0"),
                    new SurveyAnswer(Survey.POST_CHAT, "1"))));
  }

  @Test
  void shouldReadThreadsThatAreAskedForByTheirIds() {
    assertThat(archives("{filters: {thread_ids: ['A', 'B', 'A']}}"))
        .isEqualTo(
            new Query.Archives(
                ANNA,
                List.of(new ArchiveCondition.OneOf(List.of(new ThreadId("A"), new ThreadId("B")))),
                Order.DESCENDING,
                new Page.ById(null, 20)));
    assertThat(archives("{filters: {thread_ids: ['A'], query: null}, pagination: {}}").conditions())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{filters: {thread_ids: ['A'], query: 'x'}}",
        "{filters: {thread_ids: ['A'], tags: {exists: true}}}"
      })
  void shouldRefuseThreadsTogetherWithOtherFilters(String payload) {
    assertThat(problemOfAgent("get_archives", payload))
        .isEqualTo("`filters.thread_ids`: can't be combined with other filters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pagination: {page: 1}", "page_id: 'x'", "limit: 5"})
  void shouldRefuseThreadsTogetherWithPages(String page) {
    assertThat(problemOfAgent("get_archives", "{filters: {thread_ids: ['A']}, " + page + "}"))
        .isEqualTo("`filters.thread_ids`: can't be combined with pagination");
  }

  @Test
  void shouldRefuseMoreThanTwentyThreads() {
    String ids =
        IntStream.range(0, 21).mapToObj(i -> "'T" + i + "'").collect(Collectors.joining(","));

    assertThat(problemOfAgent("get_archives", "{filters: {thread_ids: [" + ids + "]}}"))
        .isEqualTo("`filters.thread_ids`: must have at most 20 elements");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {filters: {date_from: "01.09.2016"}} | `filters.date_from`: must be a date like 2017-10-12
          {filters: {date_from: "2016-02-30"}} | `filters.date_from`: must be a date like 2017-10-12
          {filters: {date_to: "2016-09-01T00:00:00Z"}} | `filters.date_to`: must be a date like 2017-10-12
          {filters: {date_from: "2016-09-02", date_to: "2016-09-01"}} | `filters.date_to`: must not be before date_from
          {filters: {agent_ids: "bob"}} | `filters.agent_ids`: must be an array
          {filters: {group_ids: ["x"]}} | `filters.group_ids[0]`: must be the number of a group
          {filters: {tags: {}}} | `filters.tags`: must have exactly one of exists, values, exclude_values
          {filters: {tags: {exists: true, values: ["a"]}}} | `filters.tags`: must have exactly one of exists, values, exclude_values
          {filters: {tags: {values: ["a", 1]}}} | `filters.tags.values`: must have values of one type
          {filters: {surveys: {type: "pre_chat"}}} | `filters.surveys`: must be an array
          {filters: {surveys: [{type: "prechat", answer_id: "1"}]}} | `filters.surveys[0].type`: must be one of post_chat, pre_chat
          {filters: {surveys: [{type: "pre_chat"}]}} | `filters.surveys[0].answer_id`: is required
          {filters: {query: 5}} | `filters.query`: must be a string
          {pagination: {page: 0}} | `pagination.page`: must be an integer from 1 to 1000
          {pagination: {page: 1001}} | `pagination.page`: must be an integer from 1 to 1000
          {pagination: {limit: 101}} | `pagination.limit`: must be an integer from 0 to 100
          {pagination: {page: 1}, page_id: "x"} | `page_id`: can't be combined with pagination
          """)
  void shouldRefuseWhatIsNotAsDocumented(String payload, String problem) {
    assertThat(problemOfAgent("get_archives", payload)).isEqualTo(problem);
  }
}
