package io.parley.protocol.schema;

import static io.parley.protocol.schema.Member.required;

import io.parley.protocol.request.Text;
import java.util.List;

/// Ids, times and other single values.
final class ValueShapes {
  /// A chat, as requests name it.
  static final Shape.OfText CHAT_ID = Shape.text(Text.ID).like("PJ0MRSHTDG");

  /// A thread, as requests name it.
  static final Shape.OfText THREAD_ID = Shape.text(Text.ID).like("K600PKZON8");

  /// An event, as requests name it.
  static final Shape.OfText EVENT_ID =
      Shape.text(Text.EVENT_ID).of("^[A-Za-z0-9_-]+_[0-9]+$", null, "K600PKZON8_1");

  /// An agent or a bot, as agents' requests name it.
  static final Shape.OfText AGENT_ID = Shape.text(Text.AGENT_ID).like("agent1@example.com");

  /// A customer.
  static final Shape.OfText CUSTOMER_ID =
      Shape.text(Text.NAME)
          .of(
              "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$",
              "uuid", "b7eff798-f8df-4364-8059-649c35c9ed0c");

  /// A group.
  static final Shape.OfInteger GROUP_NUMBER = Shape.integer(0, Integer.MAX_VALUE);

  /// A group, as most requests may name it.
  static final Shape.OneOf GROUP_ID =
      Shape.oneOf(
          GROUP_NUMBER, new Shape.OfText(1, 9, false, List.of(), "^[0-9]{1,9}$", null, "1"));

  /// A moment, as requests give it.
  static final Shape.OfText MOMENT =
      Shape.text(Text.NAME)
          .of(
              "^\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)$",
              "date-time", "2017-10-12T15:19:21.010200Z");

  /// A moment, as answers tell it: in UTC, with six decimals.
  static final Shape.OfText TIME =
      Shape.text()
          .of(
              "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z$",
              "date-time", "2017-10-12T15:19:21.010200Z");

  /// A moment in whole seconds since 1970.
  static final Shape.OfInteger SECONDS = Shape.count().like(1507821561);

  /// A moment in microseconds since 1970.
  static final Shape.OfInteger MICROSECONDS = Shape.count().like(1507821561010200L);

  /// A web address in a request.
  static final Shape.OfText WEB_ADDRESS =
      Shape.text(Text.ADDRESS)
          .of("^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$", "uri", "https://example.com/a.png");

  /// A web address in a request, or nothing.
  static final Shape.OfText WEB_ADDRESS_OR_EMPTY =
      Shape.text(Text.ADDRESS_OR_EMPTY)
          .of("^([Hh][Tt][Tt][Pp][Ss]?://[^\\s]+)?$", null, "https://example.com/a.png");

  /// An e-mail address in a request, or nothing.
  static final Shape.OfText EMAIL_OR_EMPTY =
      Shape.text(Text.VALUE).of("^([^\\s@]+@[^\\s@]+)?$", null, "customer1@example.com");

  /// The id of a user in an answer: an agent's or a customer's.
  static final Shape.OfText USER_ID = Shape.text().like("b7eff798-f8df-4364-8059-649c35c9ed0c");

  /// The name of a page of a list.
  static final Shape.OfText PAGE_ID = Shape.text(Text.TOKEN).like("MTUxNzM5ODEzMTQ5Ng");

  /// The two orders of lists.
  static final Shape.OfText ORDER = Shape.choice("desc", "asc");

  /// For whom something is.
  static final Shape.OfText RECIPIENTS = Shape.choice("all", "agents");

  /// The groups whose agents may see something.
  static final Shape.OfObject ACCESS =
      Shape.object(
          "Access",
          required("group_ids", Shape.list(GROUP_NUMBER.like(0)), "the groups that have access"));

  private ValueShapes() {}

  /// A string of an answer that is always the same.
  static Shape.OfText constant(String value) {
    return Shape.choice(value);
  }
}
