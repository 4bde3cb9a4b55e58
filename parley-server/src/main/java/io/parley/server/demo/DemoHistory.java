package io.parley.server.demo;

import io.parley.core.Result;
import io.parley.core.access.Access;
import io.parley.core.agent.LogInAgent;
import io.parley.core.agent.LogOutAgent;
import io.parley.core.chat.ActivateChat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.SendEvent;
import io.parley.core.chat.StartChat;
import io.parley.core.chat.TagThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.UpdateThreadProperties;
import io.parley.core.customer.CustomerConnectionLost;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.customer.LogInCustomer;
import io.parley.core.customer.RegisterCustomer;
import io.parley.core.customer.VisitDetails;
import io.parley.core.event.EventBody;
import io.parley.core.event.NewEvent;
import io.parley.core.event.Recipients;
import io.parley.core.group.GroupId;
import io.parley.core.license.LicenseId;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import io.parley.runtime.Placement;
import io.parley.server.demo.DemoScript.Conversation;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/// Has the conversations of the demo's past.
public final class DemoHistory {
  /// How far the past goes back.
  private static final int DAYS = 28;

  private static final LicenseId LICENSE = new LicenseId(100);
  private static final long SEED = 20_191_101;
  private static final int OPENING_HOUR = 8;
  private static final int OPEN_MINUTES = 600;
  private static final Properties NOT_ROUTED =
      Properties.of("routing", "ignore_agents_routing", new PropertyValue.Flag(true));
  private static final Map<Integer, List<String>> AGENTS_BY_GROUP =
      Map.of(
          1, List.of("ben@example.com", "anna@example.com"),
          2, List.of("clara@example.com", "anna@example.com"));

  private final Writers writers;
  private final DemoClock clock;
  private final String shop;
  private final DemoScript script = DemoScript.read();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Map<CustomerId, ChatId> chatByCustomer = new HashMap<>();
  private final Map<CustomerId, String> nameByCustomer = new HashMap<>();
  private int connections;

  /// @param shop the address of the shop
  public DemoHistory(Placement placement, DemoClock clock, String shop) {
    this.writers = new Writers(placement, LICENSE);
    this.clock = clock;
    this.shop = shop;
  }

  /// When the clock must begin.
  public static Instant beginBefore(Instant present) {
    return present.truncatedTo(ChronoUnit.DAYS).minus(DAYS, ChronoUnit.DAYS);
  }

  /// Has the conversations, up to the present, and joins it. Blocks.
  public void have() {
    Instant present = clock.present();
    Instant begin = beginBefore(present);
    for (int day = 0; day <= DAYS; day++) {
      haveDay(begin.plus(day, ChronoUnit.DAYS), present);
    }
    Instant lately = present.minus(Duration.ofMinutes(9));
    for (Conversation waiting : script.waiting()) {
      clock.moveTo(lately);
      leave(waiting, newCustomer());
      lately = lately.plus(Duration.ofMinutes(2));
    }
    clock.join();
  }

  private void haveDay(Instant midnight, Instant present) {
    DayOfWeek weekday = LocalDate.ofInstant(midnight, ZoneOffset.UTC).getDayOfWeek();
    boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    int count = weekend ? 1 + random.nextInt(2) : 3 + random.nextInt(5);
    Instant begin = midnight.plus(Duration.ofHours(OPENING_HOUR));
    for (int i = 0; i < count; i++) {
      Instant at = begin.plusSeconds(60L * OPEN_MINUTES * i / count + random.nextLong(60L * 40));
      if (at.plus(Duration.ofMinutes(40)).isAfter(present)) {
        return;
      }
      clock.moveTo(at);
      converse(pick(script.conversations()), customer());
    }
  }

  /// A conversation from the first word to the rating.
  private void converse(Conversation conversation, CustomerId customer) {
    List<String> agents = AGENTS_BY_GROUP.getOrDefault(conversation.group(), List.of());
    var agent = new AgentId(agents.get(random.nextInt(10) < 7 ? 0 : 1));
    String desk = nextConnection();
    String browser = visit(customer);
    writers.ask(new LogInAgent(agent, desk, false));
    ThreadOfChat thread = open(conversation, customer, false);
    for (String line : conversation.lines().subList(1, conversation.lines().size())) {
      pass(line.startsWith("> ") ? 12 : 20, 55);
      say(line, thread.chatId(), agent, customer);
    }
    pass(20, 100);
    var asAgent = new Caller.ByAgent(agent, Reach.ALL, null);
    writers.ask(new CloseThread(asAgent, thread.chatId()));
    for (String tag : conversation.tags()) {
      writers.ask(new TagThread(asAgent, thread.chatId(), thread.threadId(), tag, true));
    }
    rate(conversation, thread, customer);
    writers.ask(new CustomerConnectionLost(customer, browser));
    writers.ask(new LogOutAgent(agent, desk));
  }

  /// A conversation that waits for its first answer, until somebody takes it: whoever tries the
  /// APIs gets no chats but their own.
  private void leave(Conversation conversation, CustomerId customer) {
    visit(customer);
    ThreadOfChat thread = open(conversation, customer, true);
    for (String line : conversation.lines().subList(1, conversation.lines().size())) {
      pass(5, 30);
      say(line, thread.chatId(), new AgentId("anna@example.com"), customer);
    }
  }

  private record ThreadOfChat(ChatId chatId, ThreadId threadId) {}

  private ThreadOfChat open(Conversation conversation, CustomerId customer, boolean waiting) {
    var first = NewEvent.of(new EventBody.Message(conversation.lines().getFirst(), null));
    var opening =
        new ChatOpening(
            Access.of(new GroupId(conversation.group())),
            waiting ? NOT_ROUTED : Properties.NONE,
            Properties.NONE,
            null,
            List.of(first),
            waiting ? true : null);
    var asCustomer = new Caller.ByCustomer(customer, null);
    ChatId known = chatByCustomer.get(customer);
    Result result =
        writers.ask(
            known == null
                ? new StartChat(asCustomer, opening)
                : new ActivateChat(asCustomer, known, opening));
    return switch (result) {
      case Result.ChatStarted(ChatId chatId, ThreadId threadId, _) -> {
        chatByCustomer.put(customer, chatId);
        yield new ThreadOfChat(chatId, threadId);
      }
      case Result.ChatActivated(ThreadId threadId, _) when known != null ->
          new ThreadOfChat(known, threadId);
      case Result other -> throw new IllegalStateException("no chat but " + other);
    };
  }

  private void say(String line, ChatId chatId, AgentId agent, CustomerId customer) {
    boolean note = line.startsWith("# ");
    boolean byAgent = note || line.startsWith("> ");
    var body = new EventBody.Message(byAgent ? line.substring(2) : line, null);
    writers.ask(
        new SendEvent(
            byAgent
                ? new Caller.ByAgent(agent, Reach.ALL, null)
                : new Caller.ByCustomer(customer, null),
            chatId,
            new NewEvent(null, note ? Recipients.AGENTS : Recipients.ALL, Properties.NONE, body),
            false));
  }

  private void rate(Conversation conversation, ThreadOfChat thread, CustomerId customer) {
    Integer score = conversation.score();
    if (score == null || random.nextInt(10) < 3) {
      return;
    }
    Properties rating = Properties.of("rating", "score", new PropertyValue.Whole(score));
    if (conversation.comment() != null && random.nextBoolean()) {
      rating = rating.with("rating", "comment", new PropertyValue.Text(conversation.comment()));
    }
    writers.ask(
        new UpdateThreadProperties(
            new Caller.ByCustomer(customer, null), thread.chatId(), thread.threadId(), rating));
  }

  /// Some come again.
  private CustomerId customer() {
    var known = new ArrayList<>(chatByCustomer.keySet());
    if (!known.isEmpty() && random.nextInt(10) < 4) {
      return known.get(random.nextInt(known.size()));
    }
    return newCustomer();
  }

  private CustomerId newCustomer() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
    return new CustomerId(new UUID(high, low).toString());
  }

  /// @return the connection
  private String visit(CustomerId customer) {
    String name =
        nameByCustomer.computeIfAbsent(
            customer, _ -> script.names().get(nameByCustomer.size() % script.names().size()));
    String email = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + "@example.net";
    DemoScript.Page page = pick(script.pages());
    String connection = nextConnection();
    writers.ask(new RegisterCustomer(customer));
    writers.ask(
        new LogInCustomer(
            customer,
            connection,
            new CustomerDetails(name, email, null, List.of()),
            new VisitDetails(
                null,
                "Mozilla/5.0 (X11; Linux x86_64) Firefox/131.0",
                "https://search.example/",
                null,
                shop + page.path(),
                page.title()),
            Map.of(),
            null,
            List.of()));
    return connection;
  }

  private String nextConnection() {
    return "demo-past-" + ++connections;
  }

  private void pass(int atLeastSeconds, int moreSeconds) {
    clock.moveTo(clock.instant().plusSeconds(atLeastSeconds + random.nextInt(moreSeconds)));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
