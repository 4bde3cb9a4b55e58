package io.parley.store.journal;

import static io.parley.store.journal.RowStatement.column;

import io.parley.core.chat.ChatId;
import io.parley.core.event.Event;
import io.parley.core.license.LicenseId;
import io.parley.core.user.UserId;
import io.parley.store.codec.EventBodyCodec;
import io.parley.store.codec.PropertiesCodec;
import io.parley.store.codec.StorableText;
import io.parley.store.codec.UserKey;
import io.parley.store.journal.RowStatement.Column;
import io.parley.store.journal.RowStatement.Kind;
import io.parley.store.row.EventRow;
import io.parley.store.row.Micros;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The new events of a group, and the fence before everything that the group writes: one statement,
/// since most groups hold events and nothing else, be it that webhooks tell of them.
final class EventRows {

  private static final String FENCE_AND_ADD_TEXT =
      """
      with fence as (
        update license l set seq = f.seq
        from unnest(?::int8[], ?::int8[], ?::int8[]) as f(id, epoch, seq)
        where l.id = f.id and l.epoch = f.epoch
        returning l.id),
      added as (
        insert into event (
          license_id, created_at, number, thread_id, chat_id, type, author, recipients, body,
          properties, custom_id)
        select * from {rows}
        where r.license_id in (select id from fence))%s
      select id from fence
      """;

  private static final Column[] COLUMNS = {
    column("license_id", Kind.LONG),
    column("created_at", Kind.TIME),
    column("number", Kind.INT),
    column("thread_id", Kind.TEXT),
    column("chat_id", Kind.TEXT),
    column("type", Kind.TEXT),
    column("author", Kind.TEXT),
    column("recipients", Kind.TEXT),
    column("body", Kind.JSON),
    column("properties", Kind.JSON),
    column("custom_id", Kind.TEXT)
  };

  /// Raises each license's `seq`, provided that its epoch is still that of the batches, and adds
  /// the events of those licenses of which this is true.
  private static final RowStatement FENCE_AND_ADD =
      RowStatement.of(FENCE_AND_ADD_TEXT.formatted(""), COLUMNS);

  /// The same, and fills the outbox.
  private static final RowStatement FENCE_ADD_AND_FIRE =
      RowStatement.of(
          FENCE_AND_ADD_TEXT.formatted(
              ",\nfired as ("
                  + OutboxRows.insertWhere("r.license_id in (select id from fence)")
                  + ")"),
          COLUMNS);

  private final RowBlock rows = new RowBlock(FENCE_AND_ADD);

  void add(LicenseId licenseId, ChatId chatId, Event event) {
    @Nullable UserId author = event.author();
    @Nullable String customId = event.customId();
    rows.add(
        licenseId.value(),
        Micros.of(event.createdAt()),
        event.id().number(),
        event.id().threadId().value(),
        chatId.value(),
        event.type().wireName(),
        author == null ? null : UserKey.encode(author),
        EventRow.recipients(event.recipients()),
        EventBodyCodec.encode(event.body()),
        event.properties().isEmpty() ? null : PropertiesCodec.encode(event.properties()),
        customId == null ? null : StorableText.of(customId));
  }

  /// Writes, and says which licenses belong to somebody else now.
  Set<LicenseId> writeTo(Statements statements, Map<LicenseId, Tenure> tenures, OutboxRows outbox)
      throws SQLException {
    RowStatement statement = outbox.isEmpty() ? FENCE_AND_ADD : FENCE_ADD_AND_FIRE;
    PreparedStatement prepared = statements.prepared(statement.sql());
    var ids = new Long[tenures.size()];
    var epochs = new Long[tenures.size()];
    var seqs = new Long[tenures.size()];
    int i = 0;
    for (var entry : tenures.entrySet()) {
      ids[i] = entry.getKey().value();
      epochs[i] = entry.getValue().epoch();
      seqs[i] = entry.getValue().lastSeq();
      i++;
    }
    var connection = prepared.getConnection();
    prepared.setArray(1, connection.createArrayOf("int8", ids));
    prepared.setArray(2, connection.createArrayOf("int8", epochs));
    prepared.setArray(3, connection.createArrayOf("int8", seqs));
    rows.bind(prepared, 4);
    if (!outbox.isEmpty()) {
      outbox.bind(prepared, 4 + COLUMNS.length);
    }
    var fenced = new HashSet<>(tenures.keySet());
    try (ResultSet held = prepared.executeQuery()) {
      while (held.next()) {
        fenced.remove(new LicenseId(held.getLong(1)));
      }
    }
    return fenced;
  }
}
