package io.parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.parley.core.access.Access;
import io.parley.core.agent.Agent;
import io.parley.core.agent.Permission;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.Membership;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.Visibility;
import io.parley.core.customer.Customer;
import io.parley.core.customer.Geolocation;
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.event.EventId;
import io.parley.core.event.Recipients;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseProfile;
import io.parley.core.license.LicenseView;
import io.parley.core.license.OrganizationId;
import io.parley.core.license.Settings;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue.Flag;
import io.parley.core.property.PropertyValue.Text;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Payload;
import io.parley.protocol.frame.Frames;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A license with people in it, and JSON as tests compare it.
public final class Acme {
  /// An agent who is logged in.
  public static final Agent ANNA =
      agent("anna@acme.example", "a0aa0000000000000000000000000001", "Anna", null);

  /// An agent who is not.
  public static final Agent BERT =
      agent("bert@acme.example", "b0bb0000000000000000000000000002", "Bert", null);

  /// A bot.
  public static final Agent ROBO =
      agent(
          "5c9871d5372c824cbf22d860a707a578",
          "c0cc0000000000000000000000000003",
          "Robo",
          new Agent.Bot("client-1"));

  /// An agent who was deleted.
  public static final AgentId GONE = new AgentId("gone@acme.example");

  /// How customers know [#GONE]: the first 32 digits of SHA-256 over `104130623:gone@acme.example`.
  public static final String GONE_PUBLIC = "e110f2ebd0ac1e00252d6eda41148515";

  /// The customer.
  public static final CustomerId CARL = new CustomerId("b7eff798-f8df-4364-8059-649c35c9ed0c");

  /// The customer's profile.
  public static final Customer CARL_PROFILE =
      new Customer(
          CARL,
          "Carl",
          "carl@customers.example",
          "https://customers.example/carl.png",
          List.of(new Customer.Field("plan", "gold"), new Customer.Field("age", "42")),
          new Customer.Statistics(1, 3, 5),
          new Customer.LastVisit(
              42,
              at("2020-05-01T09:00:00.000001Z"),
              null,
              "https://search.example/",
              "192.0.2.7",
              "Browser/1.0",
              new Geolocation(
                  "51.0805", "17.0211", "Poland", "PL", "Dolnoslaskie", "Wroclaw", "Europe/Warsaw"),
              List.of(
                  new Customer.Page(at("2020-05-01T09:00:00Z"), "https://acme.example/", "Home"),
                  new Customer.Page(
                      at("2020-05-01T09:00:05Z"), "https://acme.example/tour", null))),
          at("2020-04-30T08:00:00.5Z"),
          null,
          Access.ALL_AGENTS);

  /// Where [#CARL] seems to be, as agents see it in the profile.
  public static final String CARL_GEOLOCATION =
      """
      {
        "country": "Poland",
        "country_code": "PL",
        "region": "Dolnoslaskie",
        "city": "Wroclaw",
        "timezone": "Europe/Warsaw"
      }
      """;

  /// The profile of [#CARL] as agents see it, without the braces.
  public static final String CARL_FOR_AGENTS =
      """
      "id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
      "type": "customer",
      "name": "Carl",
      "email": "carl@customers.example",
      "avatar": "https://customers.example/carl.png",
      "last_visit": {
        "started_at": "2020-05-01T09:00:00.000001Z",
        "referrer": "https://search.example/",
        "ip": "192.0.2.7",
        "user_agent": "Browser/1.0",
        "geolocation": %s,
        "last_pages": [
          {
            "opened_at": "2020-05-01T09:00:00.000000Z",
            "url": "https://acme.example/",
            "title": "Home"
          },
          {"opened_at": "2020-05-01T09:00:05.000000Z", "url": "https://acme.example/tour"}
        ]
      },
      "fields": {"plan": "gold", "age": "42"},
      "statistics": {"chats_count": 1, "threads_count": 3, "visits_count": 5},
      "created_at": "2020-04-30T08:00:00.500000Z"
      """
          .formatted(CARL_GEOLOCATION);

  /// The profile of [#CARL] as customers see it, without the braces.
  public static final String CARL_FOR_CUSTOMERS =
      """
      "id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
      "type": "customer",
      "name": "Carl",
      "email": "carl@customers.example",
      "avatar": "https://customers.example/carl.png",
      "fields": {"plan": "gold", "age": "42"}
      """;

  /// The license.
  public static final LicenseView LICENSE =
      new LicenseView(
          new LicenseProfile(
              new LicenseId(104130623),
              new OrganizationId("390e44e6-f1e6-4368-96db-74a14508c2e0"),
              "Acme",
              "enterprise",
              "dal",
              at("2020-01-01T00:00:00Z"),
              Settings.DEFAULTS),
          Map.of(GroupId.ALL, new Group(GroupId.ALL, "General")),
          Map.of(ANNA.id(), ANNA, BERT.id(), BERT, ROBO.id(), ROBO),
          Map.of(ANNA.id(), RoutingStatus.ACCEPTING_CHATS));

  /// What agents see.
  public static final Viewer AGENTS = new Viewer(ApiVersion.V3_1, Api.AGENT, LICENSE);

  /// What customers see.
  public static final Viewer CUSTOMERS = new Viewer(ApiVersion.V3_1, Api.CUSTOMER, LICENSE);

  /// The chat.
  public static final ChatId CHAT_ID = new ChatId("PJ0MRSHTDG");

  /// Its thread.
  public static final ThreadId THREAD_ID = new ThreadId("K600PKZON8");

  private static final JsonMapper MAPPER = new JsonMapper();

  private Acme() {}

  /// A thread, the second of its chat, tagged, with properties for agents alone and for everybody.
  public static ChatThread thread(@Nullable Instant closedAt) {
    return new ChatThread(
        THREAD_ID,
        2,
        at("2020-05-01T10:00:00.123456Z"),
        Access.of(new GroupId(1), new GroupId(3)),
        Properties.of("routing", "idle", new Flag(false))
            .with("routing", "continuous", new Flag(true)),
        List.of("sales"),
        List.of(CARL, ANNA.id()),
        4,
        at("2020-05-01T10:05:00Z"),
        closedAt);
  }

  /// A chat of [#CARL] with [#ANNA], which [#BERT] follows, once with an agent who is [#GONE].
  public static Chat chat(@Nullable ChatThread thread) {
    return new Chat(
        CHAT_ID,
        at("2020-04-30T10:00:00Z"),
        Access.of(new GroupId(1)),
        Properties.of("routing", "unassigned", new Flag(false))
            .with("source", "client_id", new Text("client-9")),
        List.of(
            new Membership(CARL, true, Visibility.ALL, at("2020-05-01T10:04:00Z")),
            Membership.joining(ANNA.id()),
            Membership.absent(GONE)),
        List.of(BERT.id()),
        thread);
  }

  /// An event of the thread, at 10:00:00 and as many microseconds as its number.
  public static Event event(
      int number, @Nullable UserId author, Recipients recipients, EventBody body) {
    return new Event(
        new EventId(THREAD_ID, number),
        null,
        at("2020-05-01T10:00:00Z").plusNanos(1000L * number),
        author,
        recipients,
        Properties.NONE,
        body);
  }

  /// A message in the thread.
  public static Event message(int number, UserId author, Recipients recipients, String text) {
    return event(number, author, recipients, new EventBody.Message(text, null));
  }

  /// A time.
  public static Instant at(String text) {
    return Instant.parse(text);
  }

  /// JSON as a tree; equal trees have the same members with the same values of the same types.
  public static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  /// Asserts that a payload is exactly this, whatever the order of the members.
  public static void assertJson(Payload payload, String expected) {
    assertThat(json(Frames.body(payload))).isEqualTo(json(expected));
  }

  private static Agent agent(String id, String publicId, String name, Agent.@Nullable Bot bot) {
    return new Agent(
        new AgentId(id),
        "3f1c6c1e-52d5-4d2e-9a0c-3d4f6f0a1b2c",
        publicId,
        name,
        Permission.ADMINISTRATOR,
        bot == null ? "Support" : null,
        bot == null ? "https://acme.example/" + name + ".png" : null,
        Agent.DEFAULT_MAX_CHATS_COUNT,
        new TreeMap<>(),
        bot);
  }
}
