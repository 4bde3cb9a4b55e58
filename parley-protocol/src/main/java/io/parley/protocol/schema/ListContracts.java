package io.parley.protocol.schema;

import static io.parley.protocol.schema.Member.alias;
import static io.parley.protocol.schema.Member.optional;
import static io.parley.protocol.schema.Member.required;

import io.parley.protocol.Api;
import io.parley.protocol.request.Text;
import java.util.Map;

/// Methods that read lists and histories.
final class ListContracts {
  private static final int MAX_IDS = 1000;
  private static final int MAX_FILTER_VALUES = 100;
  private static final int MAX_PAGE = 1000;
  private static final int MAX_ARCHIVED_THREADS = 20;
  private static final int MAX_LIMIT = 100;

  private static final Member CHAT = required("chat_id", ValueShapes.CHAT_ID, "the chat");
  private static final Member ORDER =
      optional("order", ValueShapes.ORDER, "newest first, or oldest first; `desc` if left out");
  private static final Member SORT_ORDER =
      alias("sort_order", ValueShapes.ORDER, "`order`, as later versions call it");
  private static final Member PAGE_ID =
      optional("page_id", ValueShapes.PAGE_ID, "a page that another answer has named");
  private static final Member[] PAGE_IDS = {
    optional("next_page_id", ValueShapes.PAGE_ID, "the page after this one"),
    optional("previous_page_id", ValueShapes.PAGE_ID, "the page before this one")
  };
  private static final Member PAGINATION =
      alias(
          "pagination",
          Shape.object(
              optional("page", Shape.integer(1, MAX_PAGE), "the number of the page, from 1"),
              optional("total", Shape.integer(0, MAX_LIMIT).like(25), "chats a page"),
              alias("limit", Shape.integer(0, MAX_LIMIT).like(25), "the same")),
          "the form of 2019, instead of `page_id` and `limit`");
  private static final Member PAGE_TOLD =
      optional(
          "pagination",
          Shape.object(
              required("page", Shape.integer(1, MAX_PAGE), "the number of this page"),
              required("total", Shape.count().like(7), "how many there are in all")),
          "the form of 2019");

  /// Of agents.
  static final Map<String, Contract> OF_AGENTS =
      Map.of(
          "get_chats_summary", agentChats(),
          "get_chat_threads_summary", agentThreads(),
          "get_chat_threads", threadsWithEvents(Api.AGENT),
          "get_archives", archives(),
          "get_customers", customers());

  /// Of customers.
  static final Map<String, Contract> OF_CUSTOMERS =
      Map.of(
          "get_chats_summary", customerChats(),
          "get_chat_threads_summary", customerThreads(),
          "get_chat_threads", threadsWithEvents(Api.CUSTOMER));

  private ListContracts() {}

  private static Contract agentChats() {
    Shape.OfObject filters =
        Shape.object(
            optional(
                "include_active", Shape.flag(), "whether active chats are meant too; they are"),
            optional(
                "group_ids",
                Shape.list(ValueShapes.GROUP_ID, MAX_IDS),
                "groups with access to the chats"),
            optional("properties", PropertyShapes.FILTER, "what the chats' properties hold"));
    return Contract.of("Lists the chats that the agent has access to, with their last events.")
        .takes(
            Shape.object(
                    optional("filters", filters, "which chats"),
                    ORDER,
                    SORT_ORDER,
                    limit(1, 100, "10"),
                    PAGE_ID,
                    PAGINATION)
                .where(new Rule.NeverBoth("page_id", "pagination")))
        .gives(
            required(
                "chats_summary", Shape.list(ChatShapes.summary(Api.AGENT)), "the chats in order"),
            required("found_chats", Shape.count(), "how many there are in all"),
            PAGE_IDS[0],
            PAGE_IDS[1],
            PAGE_TOLD);
  }

  private static Contract customerChats() {
    return Contract.of("Lists the customer's chats, newest first, with their last events.")
        .takes(
            optional("offset", Shape.integer(0, 100).like(0), "how many to pass over; 0"),
            optional("limit", Shape.integer(1, 25).like(10), "how many to answer; 10"))
        .gives(
            required(
                "chats_summary",
                Shape.list(ChatShapes.summary(Api.CUSTOMER)),
                "the chats in order"),
            required("total_chats", Shape.count(), "how many there are in all"));
  }

  private static Contract agentThreads() {
    return Contract.of("Lists the threads of a chat.")
        .takes(CHAT, ORDER, SORT_ORDER, limit(1, 100, "10"), PAGE_ID)
        .gives(
            required(
                "threads_summary",
                Shape.list(
                    Shape.object(
                        required("id", ValueShapes.THREAD_ID, "the thread"),
                        required(
                            "order", Shape.integer(1, Integer.MAX_VALUE), "its number in the chat"),
                        required("total_events", Shape.count(), "the same as events_count"),
                        required("events_count", Shape.count(), "how many events it has"))),
                "the threads in order"),
            required("found_threads", Shape.count(), "how many there are in all"),
            PAGE_IDS[0],
            PAGE_IDS[1]);
  }

  private static Contract customerThreads() {
    return Contract.of("Lists the threads of a chat, newest first.")
        .takes(
            CHAT,
            optional(
                "offset", Shape.integer(0, Integer.MAX_VALUE).like(0), "how many to pass over; 0"),
            optional("limit", Shape.integer(1, 100).like(25), "how many to answer; 25"))
        .gives(
            required(
                "threads_summary",
                Shape.list(
                    Shape.object(
                        required("id", ValueShapes.THREAD_ID, "the thread"),
                        required(
                            "order", Shape.integer(1, Integer.MAX_VALUE), "its number in the chat"),
                        required("total_events", Shape.count(), "how many events it has"),
                        required("active", Shape.flag(), "whether it is active"))),
                "the threads in order"),
            required("total_threads", Shape.count(), "how many there are in all"));
  }

  private static Contract threadsWithEvents(Api side) {
    return Contract.of("Answers a chat with some of its threads and all their events.")
        .takes(
            CHAT,
            optional(
                "thread_ids",
                Shape.list(ValueShapes.THREAD_ID, 100),
                "which threads; the newest 25 if left out"))
        .gives(required("chat", ChatShapes.withThreads(side), "the chat"));
  }

  private static Contract archives() {
    Shape.OfObject survey =
        Shape.object(
            required("type", Shape.choice("pre_chat", "post_chat"), "the survey"),
            required("answer_id", Shape.text(Text.NAME).like("0"), "the answer that was chosen"));
    Shape.OfObject filters =
        Shape.object(
            optional("query", Shape.text(Text.LABEL).like("lamp"), "words that were said"),
            optional("date_from", date("2016-09-01"), "the first day, in UTC"),
            optional("date_to", date("2016-10-01"), "the last day, in UTC"),
            optional(
                "agent_ids",
                Shape.list(ValueShapes.AGENT_ID, MAX_IDS),
                "agents, one of whom took part"),
            optional(
                "group_ids",
                Shape.list(ValueShapes.GROUP_ID, MAX_IDS),
                "groups, one of which has access"),
            optional("properties", PropertyShapes.FILTER, "what the threads' properties hold"),
            optional("tags", PropertyShapes.VALUE_FILTER, "the threads' tags"),
            optional("sales", PropertyShapes.VALUE_FILTER, "sales that came of it"),
            optional("goals", PropertyShapes.VALUE_FILTER, "goals that were reached"),
            optional("surveys", Shape.list(survey, 100), "answers that were given"));
    Shape.OfObject byThreads =
        Shape.object(
            required(
                "thread_ids",
                Shape.list(ValueShapes.THREAD_ID, MAX_ARCHIVED_THREADS),
                "these threads and no others; no other filter and no page beside it"));
    Member page =
        optional(
            "limit", Shape.integer(0, MAX_LIMIT).like(25), "how many to answer; 25 if left out");
    return Contract.of("Searches the threads that the agent has access to.")
        .takes(
            Shape.object(
                    optional("filters", Shape.oneOf(filters, byThreads), "which threads"),
                    ORDER,
                    SORT_ORDER,
                    page,
                    PAGE_ID,
                    PAGINATION)
                .where(new Rule.NeverBoth("page_id", "pagination")))
        .gives(
            required("chats", Shape.list(ChatShapes.archived(Api.AGENT)), "the threads in order"),
            required("found_chats", Shape.count(), "how many there are in all"),
            PAGE_IDS[0],
            PAGE_IDS[1],
            PAGE_TOLD);
  }

  private static Shape.OfText date(String example) {
    return Shape.text(Text.LABEL).of("^(\\d{4}-\\d\\d-\\d\\d)?$", null, example);
  }

  private static Contract customers() {
    Shape.OfObject filters =
        Shape.object(
            optional("country", texts("Poland"), "where they seem to be"),
            optional("email", texts("customer1@example.com"), "their e-mail address"),
            optional("name", texts("John Doe"), "their name"),
            optional("customer_id", texts("b7eff798-f8df-4364-8059-649c35c9ed0c"), "the customers"),
            optional("chats_count", range(), "how many chats they had"),
            optional("threads_count", range(), "how many threads they had"),
            optional("visits_count", range(), "how many visits they made"),
            optional("created_at", times(), "when they came first"),
            optional("agent_last_event_created_at", times(), "the last word of an agent"),
            optional("customer_last_event_created_at", times(), "their own last word"));
    return Contract.of("Lists customers.")
        .takes(
            optional("filters", filters, "which customers"),
            ORDER,
            SORT_ORDER,
            limit(1, 100, "10"),
            PAGE_ID)
        .gives(
            required(
                "customers", Shape.list(UserShapes.customer(Api.AGENT)), "the customers in order"),
            required("total_customers", Shape.count(), "how many there are in all"),
            PAGE_IDS[0],
            PAGE_IDS[1]);
  }

  private static Shape.OneOf texts(String example) {
    Shape.OfList values =
        Shape.list(Shape.text(Text.VALUE).like(example), MAX_FILTER_VALUES).filled();
    return Shape.oneOf(
        Shape.object(required("values", values, "one of these")),
        Shape.object(required("exclude_values", values, "none of these")));
  }

  private static Shape.OfObject range() {
    return limits(Shape.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  private static Shape.OfObject times() {
    return limits(ValueShapes.MOMENT);
  }

  private static Shape.OfObject limits(Shape value) {
    return Shape.object(
            optional("lte", value, "at most"),
            optional("lt", value, "less than"),
            optional("gte", value, "at least"),
            optional("gt", value, "more than"),
            optional("eq", value, "exactly"))
        .where(Rule.atLeastOne("lte", "lt", "gte", "gt", "eq"));
  }

  private static Member limit(int min, int max, String usual) {
    return optional(
        "limit", Shape.integer(min, max).like(10), "how many to answer; " + usual + " if left out");
  }
}
