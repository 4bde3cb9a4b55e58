package io.parley.store.history;

import io.parley.core.group.GroupId;
import io.parley.core.query.ChatFilter;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/// A filter of chats as a condition in SQL on `c`.
record ChatConditions(ChatFilter filter) {

  String sql() {
    var sql = new StringBuilder(properties().sql());
    if (!filter.includeActive()) {
      sql.append(" and not c.active");
    }
    if (filter.groupIds() != null) {
      sql.append(" and c.group_ids && :filterGroups::int4[]");
    }
    return sql.toString();
  }

  private PropertyConditions properties() {
    return new PropertyConditions(filter.properties(), PropertyConditions.OF_CHAT);
  }

  <S extends SqlStatement<S>> S bind(S statement) {
    List<GroupId> groupIds = filter.groupIds();
    if (groupIds != null) {
      statement.bindArray(
          "filterGroups", Integer.class, groupIds.stream().map(GroupId::value).toList());
    }
    return properties().bind(statement);
  }
}
