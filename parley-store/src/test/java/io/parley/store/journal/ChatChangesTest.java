package io.parley.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Audience;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatAccessChanged;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatFollowed;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatPropertiesDeleted;
import io.parley.core.chat.ChatPropertiesUpdated;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ChatUnfollowed;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.EventsSeen;
import io.parley.core.chat.Membership;
import io.parley.core.chat.ThreadClosed;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.ThreadPropertiesDeleted;
import io.parley.core.chat.ThreadPropertiesUpdated;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.chat.ThreadTagged;
import io.parley.core.chat.ThreadUntagged;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.chat.UserRemovedFromChat;
import io.parley.core.chat.Visibility;
import io.parley.core.event.EventBody;
import io.parley.core.event.NewEvent;
import io.parley.core.group.GroupId;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import io.parley.runtime.Committed;
import io.parley.runtime.Journal.Batch;
import io.parley.runtime.Journal.Completion;
import io.parley.store.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever changes a chat goes through, and however they are cut into commits, its rows say what
/// the core makes of the changes.
class ChatChangesTest {

  private static final List<AgentId> AGENTS =
      List.of(new AgentId("a"), new AgentId("b"), new AgentId("c"));
  private static final CustomerId CUSTOMER = new CustomerId("carl");
  private static final int CHANGES = 80;

  @Property(tries = 40)
  void shouldKeepWhatTheCoreMakesOfAnyChanges(@ForAll long seed) throws Exception {
    var random = new SplittableRandom(seed);
    var licenseId = TestLicenses.created();
    try (var journal =
        new PostgresJournal(TestDatabase.shared().dataSource(), CommitListener.NONE)) {
      long epoch = journal.open(licenseId).orElseThrow().epoch();
      var story = new Story(random);
      for (int i = 0; i < CHANGES; i++) {
        story.next();
      }

      long seq = 0;
      var batch = new ArrayList<Committed>();
      CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
      for (ChatChange change : story.changes) {
        seq++;
        batch.add(new Committed(seq, change, Audience.NOBODY));
        if (random.nextInt(6) == 0 || seq == story.changes.size()) {
          last = new CompletableFuture<>();
          journal.append(new Batch(licenseId, epoch, seq, List.copyOf(batch), completing(last)));
          batch.clear();
          if (random.nextInt(3) == 0) {
            last.get(20, TimeUnit.SECONDS);
          }
        }
      }
      last.get(20, TimeUnit.SECONDS);

      assertThat(journal.loadChat(licenseId, story.chat.id()).orElseThrow().chat())
          .isEqualTo(story.chat);
      story.formerChats.forEach(
          (threadId, former) ->
              assertThat(journal.loadThread(licenseId, former.id(), threadId))
                  .contains(former.lastThread()));
    }
  }

  private static Completion completing(CompletableFuture<Void> future) {
    return new Completion() {
      @Override
      public void committed() {
        future.complete(null);
      }

      @Override
      public void failed(Exception cause) {
        future.completeExceptionally(cause);
      }
    };
  }

  /// Changes of one chat, and what the core makes of them.
  private static final class Story {
    private final SplittableRandom random;
    private final List<ChatChange> changes = new ArrayList<>();
    private final Map<ThreadId, Chat> formerChats = new LinkedHashMap<>();
    private Instant now = TestLicenses.START;
    private Chat chat;

    Story(SplittableRandom random) {
      this.random = random;
      chat =
          new Chat(
              new ChatId("CHAT"),
              now,
              Access.ALL_AGENTS,
              Properties.NONE,
              List.of(Membership.joining(CUSTOMER)),
              List.of(),
              null);
      start();
    }

    void next() {
      now = now.plusSeconds(1);
      AgentId agent = AGENTS.get(random.nextInt(AGENTS.size()));
      UserId user = random.nextInt(3) == 0 ? CUSTOMER : agent;
      ChatThread thread = chat.lastThread();
      ThreadId active = chat.active() ? thread.id() : null;
      boolean known = chat.memberOrNull(user) != null;
      switch (known ? random.nextInt(14) : 2 + random.nextInt(12)) {
        case 2 -> {
          if (chat.active()) {
            happens(new ThreadClosed(chat.id(), thread.id(), null, now));
          } else {
            start();
          }
        }
        case 3 ->
            happens(
                new UserAddedToChat(
                    chat.id(), active, member(user), null, UserAddedToChat.Reason.MANUAL, null));
        case 0 -> happens(new UserRemovedFromChat(chat.id(), active, user, null));
        case 1 -> happens(new EventsSeen(chat.id(), user, now));
        case 4 -> happens(new ChatFollowed(agent, chat, List.of(), null));
        case 5 -> happens(new ChatUnfollowed(chat.id(), agent));
        case 6 -> happens(new ChatPropertiesUpdated(chat.id(), properties()));
        case 7 -> happens(new ThreadPropertiesUpdated(chat.id(), someThread(), properties()));
        case 8 -> happens(new ChatPropertiesDeleted(chat.id(), names()));
        case 9 -> {
          ThreadId some = someThread();
          var left = formerChats.getOrDefault(some, chat).lastThread().properties();
          happens(new ThreadPropertiesDeleted(chat.id(), some, names(), left.without(names())));
        }
        case 10 -> happens(new ThreadTagged(chat.id(), someThread(), tag()));
        case 11 -> happens(new ThreadUntagged(chat.id(), someThread(), tag()));
        case 12 -> {
          var given = Access.of(new GroupId(random.nextInt(9)));
          happens(new ChatAccessChanged(chat.id(), AccessOperation.SET, given, given));
        }
        default ->
            happens(
                new EventAdded(
                    chat.id(),
                    NewEvent.of(new EventBody.Message("hi", null))
                        .stamped(thread.nextEventId(), user, thread.nextEventTime(now))));
      }
    }

    /// The last thread, or one before.
    private ThreadId someThread() {
      var before = new ThreadId("T" + (chat.lastThread().ordinal() - 1));
      return formerChats.containsKey(before) && random.nextInt(2) == 0
          ? before
          : chat.lastThread().id();
    }

    private String tag() {
      return random.nextInt(2) == 0 ? "tag, \"quoted\"" : "tag";
    }

    private Map<String, List<String>> names() {
      return Map.of("n0", List.of("p0", "p1", "p2"), "n1", List.of("p1"), "n9", List.of("p0"));
    }

    private Membership member(UserId user) {
      Visibility visibility = random.nextInt(2) == 0 ? Visibility.ALL : Visibility.AGENTS;
      return new Membership(user, random.nextInt(3) > 0, visibility, null);
    }

    private Properties properties() {
      return Properties.of(
          "n" + random.nextInt(2),
          "p" + random.nextInt(2),
          new PropertyValue.Whole(random.nextInt(100)));
    }

    private void start() {
      var thread =
          new ChatThread(
              new ThreadId("T" + chat.nextOrdinal()),
              chat.nextOrdinal(),
              now,
              Access.of(new GroupId(random.nextInt(3))),
              properties(),
              List.of("tag, \"quoted\""),
              List.of(CUSTOMER),
              0,
              now,
              null);
      happens(
          new ThreadStarted(
              new Chat(
                  chat.id(),
                  chat.createdAt(),
                  thread.access(),
                  chat.properties().with(properties()),
                  chat.members(),
                  List.of(),
                  thread),
              List.of(),
              null,
              thread.ordinal() == 1));
    }

    private void happens(ChatChange change) {
      changes.add(change);
      if (change instanceof ThreadStarted && chat.lastThread() != null) {
        formerChats.put(chat.lastThread().id(), chat);
      }
      switch (change) {
        case ThreadPropertiesUpdated(_, ThreadId threadId, _) -> changeFormer(threadId, change);
        case ThreadPropertiesDeleted deleted -> changeFormer(deleted.threadId(), change);
        case ThreadTagged(_, ThreadId threadId, _) -> changeFormer(threadId, change);
        case ThreadUntagged(_, ThreadId threadId, _) -> changeFormer(threadId, change);
        default -> {}
      }
      chat = chat.apply(change);
    }

    private void changeFormer(ThreadId threadId, ChatChange change) {
      formerChats.computeIfPresent(threadId, (_, former) -> former.apply(change));
    }
  }
}
