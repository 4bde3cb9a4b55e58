package io.parley.store.history;

import io.parley.core.Result;
import io.parley.core.access.Access;
import io.parley.core.agent.LogInAgent;
import io.parley.core.agent.Permission;
import io.parley.core.chat.ActivateChat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.SendEvent;
import io.parley.core.chat.StartChat;
import io.parley.core.chat.ThreadId;
import io.parley.core.customer.RegisterCustomer;
import io.parley.core.event.EventBody;
import io.parley.core.event.EventId;
import io.parley.core.event.NewEvent;
import io.parley.core.event.Recipients;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.ProvisionLicense;
import io.parley.core.license.ProvisionLicense.WantedAgent;
import io.parley.core.license.Settings;
import io.parley.core.property.Properties;
import io.parley.core.query.Answer;
import io.parley.core.query.ArchiveCondition;
import io.parley.core.query.ChatFilter;
import io.parley.core.query.CustomerCondition;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import io.parley.runtime.Journal;
import io.parley.store.TestDatabase;
import io.parley.store.journal.CommitListener;
import io.parley.store.journal.Conversation;
import io.parley.store.journal.PostgresJournal;
import io.parley.store.journal.TestLicenses;
import io.parley.store.search.IndexWorker;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A license in which people chat, and who ask what was kept of it: Anna is in Sales, Bert in no
/// group, Carl and Dora are customers with up to a hundred chats.
final class Acme implements AutoCloseable {

  static final AgentId ANNA = new AgentId("anna@example.com");
  static final AgentId BERT = new AgentId("bert@example.com");
  static final CustomerId CARL = new CustomerId("11111111-1111-4111-8111-111111111111");
  static final CustomerId DORA = new CustomerId("22222222-2222-4222-8222-222222222222");
  static final GroupId SALES = new GroupId(1);
  static final GroupId BILLING = new GroupId(2);

  private final PostgresJournal journal =
      new PostgresJournal(TestDatabase.shared().dataSource(), CommitListener.NONE);
  final Conversation conversation = new Conversation(TestLicenses.created(), journal);
  private final IndexWorker index = new IndexWorker(TestDatabase.shared().jdbi(), () -> false);
  private final History history;

  Acme() {
    this(new LongLists());
  }

  Acme(LongLists longLists) {
    history = new History(TestDatabase.shared().jdbi(), longLists);
    var d = Settings.DEFAULTS;
    conversation.does(
        new ProvisionLicense(
            "Acme",
            null,
            null,
            new Settings(
                d.threadInactivityTimeout(),
                d.threadIdleTimeout(),
                d.agentReplyTimeout(),
                d.agentDisconnectGrace(),
                true,
                100,
                100,
                true),
            List.of(new Group(SALES, "Sales"), new Group(BILLING, "Billing")),
            List.of(agent(ANNA, SALES), agent(BERT))));
    conversation.does(new RegisterCustomer(CARL));
    conversation.does(new RegisterCustomer(DORA));
  }

  private static WantedAgent agent(AgentId id, GroupId... groups) {
    var priorities = new TreeMap<GroupId, Priority>();
    for (GroupId group : groups) {
      priorities.put(group, Priority.NORMAL);
    }
    return new WantedAgent(id, id.value(), Permission.NORMAL, null, null, null, 100, priorities);
  }

  static Caller.ByAgent as(AgentId agent, Reach reach) {
    return new Caller.ByAgent(agent, reach, null);
  }

  static Caller.ByCustomer as(CustomerId customer) {
    return new Caller.ByCustomer(customer, null);
  }

  static NewEvent text(String text) {
    return NewEvent.of(new EventBody.Message(text, null));
  }

  static NewEvent whisper(String text) {
    return new NewEvent(
        null, Recipients.AGENTS, Properties.NONE, new EventBody.Message(text, null));
  }

  static NewEvent custom() {
    return NewEvent.of(new EventBody.Custom(null));
  }

  Journal journal() {
    return journal;
  }

  void logIn(AgentId agent) {
    conversation.does(new LogInAgent(agent, "connection-" + agent, false));
  }

  /// A customer's chat, for these groups or for everybody.
  ChatId chat(CustomerId customer, GroupId... groups) {
    return chat(as(customer), Properties.NONE, groups);
  }

  ChatId chat(Caller caller, Properties properties, GroupId... groups) {
    var access = groups.length == 0 ? null : Access.of(groups);
    var opening = new ChatOpening(access, properties, Properties.NONE, null, List.of(), null);
    return ((Result.ChatStarted) conversation.does(new StartChat(caller, opening))).chatId();
  }

  ThreadId activate(Caller caller, ChatId chatId, GroupId... groups) {
    var access = groups.length == 0 ? null : Access.of(groups);
    var opening = new ChatOpening(access, Properties.NONE, Properties.NONE, null, List.of(), null);
    return ((Result.ChatActivated) conversation.does(new ActivateChat(caller, chatId, opening)))
        .threadId();
  }

  void close(ChatId chatId) {
    conversation.does(new CloseThread(new Caller.BySystem(), chatId));
  }

  EventId send(Caller caller, ChatId chatId, NewEvent event) {
    return ((Result.EventSent) conversation.does(new SendEvent(caller, chatId, event, true)))
        .eventId();
  }

  Answer ask(Query query) {
    return history.answer(conversation.view(), query);
  }

  Answer.Chats chats(Caller caller) {
    return chats(caller, ChatFilter.ALL);
  }

  Answer.Chats chats(Caller caller, ChatFilter filter) {
    return chats(caller, filter, Order.DESCENDING, new Page.ById(null, 100));
  }

  Answer.Chats chats(Caller caller, ChatFilter filter, Order order, Page page) {
    return (Answer.Chats) ask(new Query.Chats(caller, filter, order, page));
  }

  List<ChatId> chatIds(Caller caller) {
    return ids(chats(caller));
  }

  List<ChatId> chatIds(Caller caller, ChatFilter filter) {
    return ids(chats(caller, filter));
  }

  static List<ChatId> ids(Answer.Chats chats) {
    return chats.chats().stream().map(summary -> summary.chat().id()).toList();
  }

  Answer.ChatWithThreads threads(Caller caller, ChatId chatId, @Nullable List<ThreadId> threadIds) {
    return (Answer.ChatWithThreads) ask(new Query.ThreadsWithEvents(caller, chatId, threadIds));
  }

  /// The threads that are found, newest first.
  List<ThreadId> archives(Caller caller, ArchiveCondition... conditions) {
    return threadIds(archives(caller, Order.DESCENDING, new Page.ById(null, 100), conditions));
  }

  Answer.Archives archives(Caller caller, Order order, Page page, ArchiveCondition... conditions) {
    return (Answer.Archives) ask(new Query.Archives(caller, List.of(conditions), order, page));
  }

  static List<ThreadId> threadIds(Answer.Archives archives) {
    return archives.threads().stream().map(archived -> archived.thread().id()).toList();
  }

  Answer.Customers customers(Caller.ByAgent caller, CustomerCondition... conditions) {
    return customers(caller, Order.DESCENDING, new Page.ById(null, 100), conditions);
  }

  Answer.Customers customers(
      Caller.ByAgent caller, Order order, Page.ById page, CustomerCondition... conditions) {
    return (Answer.Customers) ask(new Query.Customers(caller, List.of(conditions), order, page));
  }

  static List<CustomerId> ids(Answer.Customers customers) {
    return customers.customers().stream().map(each -> each.customer().id()).toList();
  }

  /// Has the index of texts do its work, for all licenses.
  void index() {
    index.noteRenamed();
    index.indexClosed();
    index.noteActive(1);
  }

  ThreadId lastThread(ChatId chatId) {
    return conversation.live().chatOrNull(chatId).lastThread().id();
  }

  @Override
  public void close() {
    conversation.close();
    journal.close();
  }
}
