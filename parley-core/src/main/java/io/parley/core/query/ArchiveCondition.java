package io.parley.core.query;

import io.parley.core.chat.ThreadId;
import io.parley.core.group.GroupId;
import io.parley.core.query.ChatFilter.PropertyCondition;
import io.parley.core.user.AgentId;
import java.time.Instant;
import java.util.List;

/// What a thread must be like to be in the answer to [Query.Archives].
public sealed interface ArchiveCondition {
  /// An event of the thread says this: its text, the answers of its form, the title or subtitle of
  /// its cards, the name of its file. Words are searched as full-text search does, in any order,
  /// all of them in one event.
  ///
  /// @param text what somebody typed, not a query language
  record Text(String text) implements ArchiveCondition {}

  /// The thread began then or later.
  record BegunFrom(Instant from) implements ArchiveCondition {}

  /// The thread began before then.
  record BegunBefore(Instant end) implements ArchiveCondition {}

  /// One of these agents is among the thread's users.
  record WithAgent(List<AgentId> agentIds) implements ArchiveCondition {
    /// Makes the list unmodifiable.
    public WithAgent {
      agentIds = List.copyOf(agentIds);
    }
  }

  /// The thread is one of these. Then it is the only condition.
  ///
  /// @param threadIds at most 20
  record OneOf(List<ThreadId> threadIds) implements ArchiveCondition {
    /// Makes the list unmodifiable.
    public OneOf {
      threadIds = List.copyOf(threadIds);
    }
  }

  /// One of these groups is in the thread's access. Group 0 is a group like the others here.
  record OfGroup(List<GroupId> groupIds) implements ArchiveCondition {
    /// Makes the list unmodifiable.
    public OfGroup {
      groupIds = List.copyOf(groupIds);
    }
  }

  /// A property has a value: of the thread, or if it is not set there, of the chat. There is one
  /// condition at most for each property.
  record OfProperty(PropertyCondition property) implements ArchiveCondition {}

  /// The thread's tags; values are [io.parley.core.property.PropertyValue.Text].
  record OfTags(ValueMatch match) implements ArchiveCondition {}

  /// The sales that were tracked in the thread. None ever are so far: no thread has any.
  record OfSales(ValueMatch match) implements ArchiveCondition {}

  /// The goals that count for the thread, by their ids: customers reached them while it was active,
  /// or later, before another began.
  record OfGoals(ValueMatch match) implements ArchiveCondition {}

  /// One of these answers was given: an event of type `filled_form` in the thread has a field whose
  /// answer, or one of whose answers, has the id.
  record OfSurveys(List<SurveyAnswer> answers) implements ArchiveCondition {
    /// Makes the list unmodifiable.
    public OfSurveys {
      answers = List.copyOf(answers);
    }
  }

  /// An answer in a survey.
  ///
  /// @param answerId the id of the choice
  record SurveyAnswer(Survey survey, String answerId) {}

  /// Which survey a form belongs to. The event says it with its property `lc2.form_type`; one that
  /// does not say it counts as both.
  enum Survey {
    /// `prechat`.
    PRE_CHAT,
    /// `postchat`.
    POST_CHAT
  }
}
