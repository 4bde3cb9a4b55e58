package io.parley.protocol.schema;

import static io.parley.protocol.schema.Member.optional;
import static io.parley.protocol.schema.Member.required;
import static io.parley.protocol.schema.ValueShapes.constant;

import io.parley.protocol.Api;
import io.parley.protocol.request.Text;

/// Agents and customers, as answers and pushes hold them.
final class UserShapes {
  private static final int MAX_FIELDS = 100;
  private static final Shape.OfText URL = Shape.text().like("https://example.com/");

  /// The customer's own fields in an answer.
  static final Shape.OfMap FIELDS = Shape.map("name of the field", Shape.text().like("some value"));

  /// The customer's own fields in a request.
  static final Shape.OfMap FIELDS_GIVEN =
      Shape.map("name of the field", Shape.text(Text.VALUE).like("some value"), MAX_FIELDS);

  private static final Shape.OfObject VISIT =
      Shape.object(
          "Visit",
          required("started_at", ValueShapes.TIME, "when it began"),
          optional("referrer", URL, "the page that led here"),
          optional("ip", Shape.text().like("203.0.113.7"), "the address of the customer"),
          optional("user_agent", Shape.text().like("Mozilla/5.0"), "the customer's browser"),
          optional("geolocation", geolocation(), "where the customer seems to be"),
          required(
              "last_pages",
              Shape.list(
                  Shape.object(
                      required("opened_at", ValueShapes.TIME, "when it was opened"),
                      required("url", URL, "the page"),
                      optional("title", Shape.text().like("Lamps"), "what it is called"))),
              "the pages seen last"));

  private static final Shape.OfObject STATISTICS =
      Shape.object(
          "Statistics",
          required("chats_count", Shape.count(), "chats of the customer"),
          required("threads_count", Shape.count(), "threads of the customer"),
          required("visits_count", Shape.count(), "visits of the customer"));

  private static final Member[] PLACE = {
    required("present", Shape.flag(), "whether the user is in the chat now"),
    optional("events_seen_up_to", ValueShapes.TIME, "what the user has seen")
  };

  private static final Member[] ACTIVITY = {
    optional("agent_last_event_created_at", ValueShapes.TIME, "the last word of an agent"),
    optional("customer_last_event_created_at", ValueShapes.TIME, "the last word of the customer")
  };

  /// The agent who is logged in.
  static final Shape.OfObject MY_PROFILE =
      internalAgent("")
          .and(
              "MyProfile",
              required("present", Shape.yes(), "always true"),
              required(
                  "permission",
                  Shape.choice("owner", "viceowner", "administrator", "normal"),
                  "the role"));

  /// An agent as customers get to know one before there is a chat.
  static final Shape.OfObject PUBLIC_AGENT =
      Shape.object(
          "PublicAgent",
          required(
              "id", Shape.text().like("b5657aff34dd32e198160d54666df9d8"), "an id for customers"),
          required("type", constant("agent"), "an agent"),
          required("name", Shape.text().like("Agent Smith"), "the name"),
          optional("avatar", Shape.text().like("https://example.com/a.png"), "a picture"),
          optional("job_title", Shape.text().like("Support Agent"), "the job"),
          required("is_bot", Shape.flag(), "whether it is a bot"));

  private UserShapes() {}

  /// A user of a chat.
  static Shape.OneOf user(Api side) {
    return Shape.oneOf("User", agent(side), member(side));
  }

  private static Shape.OfObject agent(Api side) {
    return (side == Api.CUSTOMER ? PUBLIC_AGENT : internalAgent("")).and("Agent", PLACE);
  }

  private static Shape.OfObject internalAgent(String name) {
    return Shape.object(
        name,
        required("id", ValueShapes.AGENT_ID, "the agent"),
        required("type", constant("agent"), "an agent"),
        required("name", Shape.text().like("Agent Smith"), "the name"),
        optional("email", ValueShapes.AGENT_ID, "the address; bots have none"),
        optional("avatar", Shape.text().like("https://example.com/a.png"), "a picture"),
        optional("job_title", Shape.text().like("Support Agent"), "the job"),
        optional(
            "routing_status",
            Shape.choice("accepting_chats", "not_accepting_chats"),
            "left out while the agent is offline"));
  }

  private static Shape.OfObject member(Api side) {
    Shape.OfObject known = side == Api.CUSTOMER ? known("") : known("").and("", history(false));
    return known.and("CustomerInChat", PLACE);
  }

  /// A customer outside of any chat.
  static Shape.OfObject customer(Api side) {
    return side == Api.CUSTOMER
        ? known("Customer")
        : known("").and("", history(true)).and("Customer", ACTIVITY);
  }

  /// A customer whose data has changed.
  static Shape.OfObject updatedCustomer(Api side) {
    return side == Api.CUSTOMER
        ? customer(side)
        : customer(side)
            .and(
                "UpdatedCustomer",
                required("banned", Shape.flag(), "whether the customer is banned"));
  }

  private static Shape.OfObject known(String name) {
    return Shape.object(
        name,
        required("id", ValueShapes.CUSTOMER_ID, "the customer"),
        required("type", constant("customer"), "a customer"),
        optional("name", Shape.text().like("John Doe"), "the name"),
        optional("email", Shape.text().like("customer1@example.com"), "the e-mail address"),
        optional("avatar", Shape.text().like("https://example.com/a.png"), "a picture"),
        optional("fields", FIELDS, "what the integration knows"));
  }

  private static Member[] history(boolean always) {
    return new Member[] {
      optional("last_visit", VISIT, "the visit that is, or was last"),
      new Member("statistics", STATISTICS, always, false, "how often the customer has come"),
      new Member("created_at", ValueShapes.TIME, always, false, "when the customer came first")
    };
  }

  /// Where a customer seems to be, without coordinates.
  private static Shape.OfObject geolocation() {
    return Shape.object("Geolocation", place());
  }

  /// Where a customer seems to be, with coordinates.
  static Shape.OfObject locatedGeolocation() {
    return Shape.object(
            "GeolocationOfVisit",
            optional("latitude", Shape.text().like("51.1167"), "degrees north"),
            optional("longitude", Shape.text().like("17.0333"), "degrees east"))
        .and("GeolocationOfVisit", place());
  }

  private static Member[] place() {
    return new Member[] {
      optional("country", Shape.text().like("Poland"), "the country"),
      optional("country_code", Shape.text().like("PL"), "its code"),
      optional("region", Shape.text().like("Dolnoslaskie"), "the region"),
      optional("city", Shape.text().like("Wroclaw"), "the city"),
      optional("timezone", Shape.text().like("Europe/Warsaw"), "the time zone")
    };
  }
}
