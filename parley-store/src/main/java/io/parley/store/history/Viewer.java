package io.parley.store.history;

import io.parley.core.group.GroupId;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseView;
import io.parley.core.user.Caller;
import io.parley.core.user.Reach;
import io.parley.store.codec.UserKey;
import io.parley.store.row.ThreadRow;
import io.parley.store.search.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Who asks, and what that person may see, as conditions in SQL.
///
/// @param userKey null for the server itself
/// @param groups the groups of an agent, group 0 among them
record Viewer(LicenseId licenseId, Caller caller, @Nullable String userKey, List<Integer> groups) {

  private static final String IS_PRESENT =
      """
      exists (
        select from chat_user seen
        where seen.license_id = c.license_id and seen.chat_id = c.id
          and seen.user_key = :viewer and seen.present)\
      """;

  private static final String HAS_CHAT_ACCESS = "c.group_ids && :viewerGroups::int4[]";

  private static final String HAS_THREAD_ACCESS =
      "(t.group_ids && :viewerGroups::int4[] or :viewer = any (t.user_keys))";

  static Viewer of(LicenseView view, Caller caller) {
    var userId = caller.userId();
    List<Integer> groups =
        caller instanceof Caller.ByAgent agent
            ? Stream.concat(Stream.of(GroupId.ALL), view.groupsOf(agent.id()).stream())
                .map(GroupId::value)
                .toList()
            : List.of();
    return new Viewer(
        view.profile().id(), caller, userId == null ? null : UserKey.encode(userId), groups);
  }

  /// True of a chat `c` that the viewer may see.
  String chats() {
    return switch (caller) {
      case Caller.BySystem() -> "true";
      case Caller.ByCustomer _ -> IS_PRESENT;
      case Caller.ByAgent agent ->
          switch (agent.reach()) {
            case ALL -> "true";
            case ACCESS -> "(" + HAS_CHAT_ACCESS + " or " + IS_PRESENT + ")";
            case MY -> IS_PRESENT;
          };
    };
  }

  /// True of a thread `t` of a visible chat whose events the viewer may see: agents whose token
  /// does not cover everything see those that their groups have access to, or that they were in.
  String threads() {
    return caller instanceof Caller.ByAgent agent && agent.reach() != Reach.ALL
        ? HAS_THREAD_ACCESS
        : "true";
  }

  /// The same as [#threads], of the terms of a closed thread.
  String terms(String terms) {
    return threads().equals("true") ? "true" : terms + " && :viewerTerms::text[]";
  }

  private List<String> viewerTerms() {
    var terms = new ArrayList<String>();
    groups.forEach(group -> terms.add(Terms.of(licenseId, new GroupId(group))));
    if (caller instanceof Caller.ByAgent agent) {
      terms.add(Terms.of(licenseId, agent.id()));
    }
    return terms;
  }

  /// True of a customer `cu` that the viewer may see.
  String customers() {
    return switch (caller) {
      case Caller.BySystem() -> "true";
      case Caller.ByCustomer _ -> "'c:' || cu.id = :viewer";
      case Caller.ByAgent _ -> "cu.group_ids && :viewerGroups::int4[]";
    };
  }

  /// True of an event `e` of a visible thread that the viewer may see.
  String events() {
    return caller instanceof Caller.ByCustomer ? "e.recipients = 'all'" : "true";
  }

  /// Joins a thread `t` with its end, as far as the viewer may see it.
  String end() {
    return caller instanceof Caller.ByCustomer ? ThreadRow.END_FOR_CUSTOMERS : ThreadRow.END;
  }

  /// Sets the parameters that the conditions, and queries of their own, name.
  <S extends SqlStatement<S>> S bind(S statement) {
    return statement
        .bind("license", licenseId.value())
        .bind("viewer", userKey)
        .bindArray("viewerGroups", Integer.class, groups)
        .bindArray("viewerTerms", String.class, viewerTerms());
  }

  /// Names the viewer in page ids.
  String name() {
    return caller instanceof Caller.ByAgent agent ? userKey + "/" + agent.reach() : "" + userKey;
  }
}
