package io.parley.store.search;

import io.parley.core.group.GroupId;
import io.parley.core.license.LicenseId;
import io.parley.core.query.ArchiveCondition.Survey;
import io.parley.core.query.ArchiveCondition.SurveyAnswer;
import io.parley.core.user.AgentId;
import io.parley.store.codec.StorableText;
import io.parley.store.codec.UserKey;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The terms that a thread is found by. Each begins with its license and says of which kind it is:
///
///     <license> w<word>     a word that is said in it, or one of its customers' names and
/// addresses,
///                           as PostgreSQL's configuration `simple` sees it
///     <license> b<answer>   the id of an answer in a survey before the chat
///     <license> a<answer>   the id of an answer in a survey after it
///     <license> t<tag>      a tag
///     <license> g<group>    a group with access
///     <license> u<user key> an agent who was in it
///     <license> r<goal>     a goal that counts for it; and without a number, any goal
///
/// Groups and agents never change once a thread is closed.
public final class Terms {

  private static final int LONGEST = 500;

  /// What is said in an event `e`, as far as people say it. PostgreSQL takes a megabyte of words.
  private static final String SAID =
      """
      case e.type
        when 'message' then e.body ->> 'text'
        when 'file' then e.body ->> 'name'
        when 'filled_form' then (
          select string_agg(answer #>> '{}', ' ')
          from (
            select jsonb_path_query(e.body, '$.fields[*].answer.open')
            union all
            select jsonb_path_query(e.body, '$.fields[*].answer.**.label')) as answers(answer))
        when 'rich_message' then (
          select string_agg(title #>> '{}', ' ')
          from (
            select jsonb_path_query(e.body, '$.elements[*].title')
            union all
            select jsonb_path_query(e.body, '$.elements[*].subtitle')) as titles(title))
      end\
      """;

  private static final String OF_EVENTS =
      """
      select (t.license_id || ' w' || word) collate "C" as term
      from (
        select {said}
        from event e
        where e.license_id = t.license_id and e.thread_id = t.id and e.number > {after}
        union all
        select concat_ws(' ', cu.name, cu.email, translate(cu.email, '@.+-_', '     '))
        from chat_user m
        join customer cu on cu.license_id = m.license_id and cu.id = substr(m.user_key, 3)
        where m.license_id = t.license_id and m.chat_id = t.chat_id and m.user_key like 'c:%'
      ) as said(text)
      cross join lateral
        unnest(tsvector_to_array(to_tsvector('simple', left(said.text, 100000)))) as word
      union all
      select (t.license_id || survey.mark || left(answer #>> '{}', {longest})) collate "C"
      from event e
      cross join lateral jsonb_path_query(e.body, '$.fields[*].answer.**.id') as answer
      cross join (values (' b', 'prechat'), (' a', 'postchat')) as survey(mark, name)
      where e.license_id = t.license_id and e.thread_id = t.id and e.number > {after}
        and e.chat_id = t.chat_id and e.type = 'filled_form'
        and coalesce(e.properties -> 'lc2' ->> 'form_type', survey.name) = survey.name
      """;

  private static final String OF_ROW =
      """
      union all
      select (t.license_id || ' t' || left(tag, {longest})) collate "C" from unnest(t.tags) as tag
      union all
      select (t.license_id || ' g' || group_id) collate "C" from unnest(t.group_ids) as group_id
      union all
      select (t.license_id || ' u' || left(user_key, {longest})) collate "C"
      from unnest(t.user_keys) as user_key
      where user_key like 'a:%'
      union all
      select (t.license_id || ' r' || goal.id) collate "C"
      from reached_goal g
      cross join lateral (values (g.goal_id::text), ('')) as goal(id)
      where g.license_id = t.license_id and g.thread_id = t.id
      """;

  private Terms() {}

  /// A subquery with one row, all `terms` of a thread `t`; null if there are none.
  static String ofThread() {
    return filled(OF_EVENTS + OF_ROW, "0");
  }

  /// A subquery with one row, the `terms` of a thread `t` that come of its events and customers;
  /// null if there are none.
  ///
  /// @param after the number of the event behind which to begin, as SQL
  public static String ofEvents(String after) {
    return filled(OF_EVENTS, after);
  }

  private static String filled(String terms, String after) {
    return "(select array_agg(distinct term) as terms from ("
        + terms
            .replace("{said}", SAID)
            .replace("{after}", after)
            .replace("{longest}", Integer.toString(LONGEST))
        + ") as all_terms)";
  }

  /// The terms that a thread must have all of to be found by a text; empty if nothing in the text
  /// is a word.
  public static List<String> ofText(Handle handle, LicenseId licenseId, String text) {
    return handle
        .createQuery(
            """
            select :license || ' w' || word
            from unnest(tsvector_to_array(to_tsvector('simple', left(:text, 100000)))) as word
            """)
        .bind("license", licenseId.toString())
        .bind("text", StorableText.of(text))
        .mapTo(String.class)
        .list();
  }

  /// The term of a survey's answer.
  public static String of(LicenseId licenseId, SurveyAnswer answer) {
    return term(licenseId, answer.survey() == Survey.PRE_CHAT ? 'b' : 'a', answer.answerId());
  }

  /// The term of a tag.
  public static String ofTag(LicenseId licenseId, String tag) {
    return term(licenseId, 't', tag);
  }

  /// The term of a goal.
  public static String ofGoal(LicenseId licenseId, int goalId) {
    return term(licenseId, 'r', Integer.toString(goalId));
  }

  /// The term of threads for which some goal counts.
  public static String ofAnyGoal(LicenseId licenseId) {
    return term(licenseId, 'r', "");
  }

  /// The term of a group with access.
  public static String of(LicenseId licenseId, GroupId groupId) {
    return term(licenseId, 'g', groupId.toString());
  }

  /// The term of an agent who was in the thread.
  public static String of(LicenseId licenseId, AgentId agentId) {
    return term(licenseId, 'u', UserKey.encode(agentId));
  }

  private static String term(LicenseId licenseId, char kind, String value) {
    String text = StorableText.of(value);
    boolean isLong = text.codePointCount(0, text.length()) > LONGEST;
    return licenseId
        + " "
        + kind
        + (isLong ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) : text);
  }
}
