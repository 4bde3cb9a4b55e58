package io.parley.protocol.request;

import static io.parley.protocol.request.Requests.ANNA;
import static io.parley.protocol.request.Requests.CARL;
import static io.parley.protocol.request.Requests.byAgent;
import static io.parley.protocol.request.Requests.byCustomer;
import static io.parley.protocol.request.Requests.problemOfAgent;
import static io.parley.protocol.request.Requests.problemOfCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.chat.ChatId;
import io.parley.core.chat.ThreadId;
import io.parley.core.group.GroupId;
import io.parley.core.property.PropertyValue;
import io.parley.core.query.ChatFilter;
import io.parley.core.query.ChatFilter.PropertyCondition;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListDecoderTest {
  private static final ChatId CHAT = new ChatId("PJ0MRSHTDG");

  private static Query.Chats chatsOfAgent(String payload) {
    return (Query.Chats) byAgent("get_chats_summary", payload);
  }

  @Test
  void shouldAskForTheNewestChatsOfAnAgent() {
    assertThat(chatsOfAgent("{}"))
        .isEqualTo(
            new Query.Chats(ANNA, ChatFilter.ALL, Order.DESCENDING, new Page.ById(null, 10)));
    assertThat(chatsOfAgent("{order: 'asc', limit: 100, page_id: 'MTUxNzM5ODEzMTQ5Ng=='}"))
        .isEqualTo(
            new Query.Chats(
                ANNA, ChatFilter.ALL, Order.ASCENDING, new Page.ById("MTUxNzM5ODEzMTQ5Ng==", 100)));
    assertThat(chatsOfAgent("{sort_order: 'asc'}").order()).isEqualTo(Order.ASCENDING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {pagination: {}} | 1 | 25
          {pagination: {page: 1000, total: 0}} | 1000 | 0
          {pagination: {page: 2, limit: 100}} | 2 | 100
          {pagination: {page: 3}, limit: 5} | 3 | 5
          """)
  void shouldCountPagesAsIn2019(String payload, int page, int limit) {
    assertThat(chatsOfAgent(payload).page()).isEqualTo(new Page.ByNumber(page, limit));
  }

  @Test
  void shouldFilterChats() {
    var filter =
        chatsOfAgent(
                """
                {filters: {include_active: false, group_ids: [1, 0, 1], properties: {
                  rating: {score: {values: [1, 2]}, comment: {exists: true}, x: null},
                  source: {type: {exclude_values: ['facebook']}, ok: {values: [true]}}}}}
                """)
            .filter();

    assertThat(filter.includeActive()).isFalse();
    assertThat(filter.groupIds()).containsExactly(new GroupId(1), new GroupId(0));
    assertThat(filter.properties())
        .containsExactly(
            new PropertyCondition.OneOf(
                "rating", "score", List.of(new PropertyValue.Whole(1), new PropertyValue.Whole(2))),
            new PropertyCondition.Exists("rating", "comment", true),
            new PropertyCondition.NoneOf(
                "source", "type", List.of(new PropertyValue.Text("facebook"))),
            new PropertyCondition.OneOf("source", "ok", List.of(new PropertyValue.Flag(true))));
    assertThat(chatsOfAgent("{filters: {group_ids: [], properties: {}}}").filter())
        .isEqualTo(ChatFilter.ALL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {limit: 0} | `limit`: must be an integer from 1 to 100
          {limit: 101} | `limit`: must be an integer from 1 to 100
          {limit: '10'} | `limit`: must be an integer from 1 to 100
          {limit: 10.5} | `limit`: must be an integer from 1 to 100
          {limit: 99999999999999999999999999} | `limit`: must be an integer from 1 to 100
          {order: 'newest'} | `order`: must be one of asc, desc
          {page_id: ''} | `page_id`: must not be empty
          {pagination: {page: 0}} | `pagination.page`: must be an integer from 1 to 1000
          {pagination: {page: 1001}} | `pagination.page`: must be an integer from 1 to 1000
          {pagination: {total: 101}} | `pagination.total`: must be an integer from 0 to 100
          {pagination: {limit: -1}} | `pagination.limit`: must be an integer from 0 to 100
          {pagination: {}, page_id: 'x'} | `page_id`: can't be combined with pagination
          {filters: []} | `filters`: must be an object
          {filters: {include_active: 0}} | `filters.include_active`: must be true or false
          {filters: {group_ids: ['1', '-2']}} | `filters.group_ids[1]`: must be the number of a group
          {filters: {properties: {a: {b: 5}}}} | `filters.properties.a.b`: must be an object
          {filters: {properties: {a: {b: {}}}}} | `filters.properties.a.b`: must have exactly one of exists, values, exclude_values
          {filters: {properties: {a: {b: {exists: true, values: [1]}}}}} | `filters.properties.a.b`: must have exactly one of exists, values, exclude_values
          {filters: {properties: {a: {b: {exists: 1}}}}} | `filters.properties.a.b.exists`: must be true or false
          {filters: {properties: {a: {b: {values: 1}}}}} | `filters.properties.a.b.values`: must be an array
          {filters: {properties: {a: {b: {values: []}}}}} | `filters.properties.a.b.values`: must not be empty
          {filters: {properties: {a: {b: {values: [1, null]}}}}} | `filters.properties.a.b.values[1]`: must be a string, an integer of 32 bits, true or false
          {filters: {properties: {a: {b: {values: [1, 'a']}}}}} | `filters.properties.a.b.values`: must have values of one type
          """)
  void shouldNameTheFieldThatIsWrong(String payload, String problem) {
    assertThat(problemOfAgent("get_chats_summary", payload)).isEqualTo(problem);
  }

  @Test
  void shouldAskForTheChatsOfACustomer() {
    assertThat(byCustomer("get_chats_summary", "{}"))
        .isEqualTo(
            new Query.Chats(CARL, ChatFilter.ALL, Order.DESCENDING, new Page.ByOffset(0, 10)));
    assertThat(byCustomer("get_chats_summary", "{offset: 100, limit: 25}"))
        .isEqualTo(
            new Query.Chats(CARL, ChatFilter.ALL, Order.DESCENDING, new Page.ByOffset(100, 25)));
    assertThat(problemOfCustomer("get_chats_summary", "{offset: 101}"))
        .isEqualTo("`offset`: must be an integer from 0 to 100");
    assertThat(problemOfCustomer("get_chats_summary", "{limit: 26}"))
        .isEqualTo("`limit`: must be an integer from 1 to 25");
  }

  @Test
  void shouldAskForTheThreadsOfAChat() {
    assertThat(byAgent("get_chat_threads_summary", "{chat_id: 'PJ0MRSHTDG'}"))
        .isEqualTo(new Query.Threads(ANNA, CHAT, Order.DESCENDING, new Page.ById(null, 10)));
    assertThat(
            byAgent(
                "get_chat_threads_summary",
                "{chat_id: 'PJ0MRSHTDG', limit: 25, order: 'asc', page_id: 'MjpkZXNj'}"))
        .isEqualTo(new Query.Threads(ANNA, CHAT, Order.ASCENDING, new Page.ById("MjpkZXNj", 25)));
    assertThat(byCustomer("get_chat_threads_summary", "{chat_id: 'PJ0MRSHTDG'}"))
        .isEqualTo(new Query.Threads(CARL, CHAT, Order.DESCENDING, new Page.ByOffset(0, 25)));
    assertThat(
            byCustomer(
                "get_chat_threads_summary", "{chat_id: 'PJ0MRSHTDG', offset: 200, limit: 100}"))
        .isEqualTo(new Query.Threads(CARL, CHAT, Order.DESCENDING, new Page.ByOffset(200, 100)));
    assertThat(problemOfCustomer("get_chat_threads_summary", "{chat_id: 'A', limit: 101}"))
        .isEqualTo("`limit`: must be an integer from 1 to 100");
    assertThat(problemOfAgent("get_chat_threads_summary", "{}"))
        .isEqualTo("`chat_id`: is required");
  }

  @Test
  void shouldAskForThreadsWithTheirEvents() {
    assertThat(byAgent("get_chat_threads", "{chat_id: 'PJ0MRSHTDG'}"))
        .isEqualTo(new Query.ThreadsWithEvents(ANNA, CHAT, null));
    assertThat(byCustomer("get_chat_threads", "{chat_id: 'PJ0MRSHTDG', thread_ids: []}"))
        .isEqualTo(new Query.ThreadsWithEvents(CARL, CHAT, null));
    assertThat(
            byCustomer(
                "get_chat_threads",
                "{chat_id: 'PJ0MRSHTDG', thread_ids: ['K600PKZON8', 'K600PKZON9', 'K600PKZON8']}"))
        .isEqualTo(
            new Query.ThreadsWithEvents(
                CARL, CHAT, List.of(new ThreadId("K600PKZON8"), new ThreadId("K600PKZON9"))));
    assertThat(problemOfAgent("get_chat_threads", "{chat_id: 'A', thread_ids: 'K600PKZON8'}"))
        .isEqualTo("`thread_ids`: must be an array");
    assertThat(problemOfAgent("get_chat_threads", "{chat_id: 'A', thread_ids: ['A', 7]}"))
        .isEqualTo("`thread_ids[1]`: must be a string");
    String many =
        IntStream.rangeClosed(0, 100)
            .mapToObj(i -> "'T" + i + "'")
            .collect(Collectors.joining(","));
    assertThat(problemOfAgent("get_chat_threads", "{chat_id: 'A', thread_ids: [" + many + "]}"))
        .isEqualTo("`thread_ids`: must have at most 100 elements");
  }
}
