package io.parley.store.search;

import io.parley.core.license.LicenseId;
import io.parley.core.query.ArchiveCondition.Survey;
import io.parley.core.query.ArchiveCondition.SurveyAnswer;
import io.parley.store.codec.StorableText;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The terms that a thread is found by: the words that are said in it, the words of its customers'
/// names and addresses, and the answers to surveys. Each begins with its license and says of which
/// kind it is:
///
///     <license> w<word>     a word, as PostgreSQL's configuration `simple` sees it
///     <license> b<answer>   the id of an answer in a survey before the chat
///     <license> a<answer>   the id of an answer in a survey after it
public final class Terms {

  private static final int LONGEST_ANSWER = 500;

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

  private static final String OF_THREAD =
      """
      (select array_agg(distinct term) as terms
       from (
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
       ) as all_terms)\
      """;

  private Terms() {}

  /// A subquery with one row, the `terms` of a thread `t`; null if there are none.
  ///
  /// @param after the number of the event behind which to begin, as SQL
  public static String ofThread(String after) {
    return OF_THREAD
        .replace("{said}", SAID)
        .replace("{after}", after)
        .replace("{longest}", Integer.toString(LONGEST_ANSWER));
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
    String id = StorableText.of(answer.answerId());
    int length = id.codePointCount(0, id.length());
    String mark = answer.survey() == Survey.PRE_CHAT ? " b" : " a";
    return licenseId
        + mark
        + (length > LONGEST_ANSWER
            ? id.substring(0, id.offsetByCodePoints(0, LONGEST_ANSWER))
            : id);
  }
}
