package io.parley.store.journal;

import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.Membership;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.event.FileId;
import io.parley.core.event.UploadedFile;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LoadedChat;
import io.parley.core.license.LoadedCustomer;
import io.parley.core.user.CustomerId;
import io.parley.runtime.Journal.Opened;
import io.parley.store.codec.UserKey;
import io.parley.store.row.ChatRow;
import io.parley.store.row.CustomerRow;
import io.parley.store.row.EventRow;
import io.parley.store.row.FileRow;
import io.parley.store.row.LicenseRow;
import io.parley.store.row.MemberRow;
import io.parley.store.row.ThreadRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// Reads the state of licenses: whole when one is opened, which [SnapshotReader] does, and later
/// what is asked for.
final class StateReader {

  private static final String TAKE_OVER =
      "update license l set epoch = epoch + 1 where l.id = ? returning " + LicenseRow.COLUMNS;

  /// Chats with their last threads, of a license; more conditions may follow.
  static final String CHATS =
      "select "
          + ChatRow.COLUMNS
          + " from chat c"
          + ChatRow.LAST_THREAD
          + ThreadRow.END
          + " where c.license_id = ?";

  private static final String MEMBERS_OF_CHAT =
      "select "
          + MemberRow.COLUMNS
          + " from chat_user m where m.license_id = ? and m.chat_id = ? order by m.position";

  private static final String THREAD =
      "select "
          + ThreadRow.COLUMNS
          + " from thread t "
          + ThreadRow.END
          + " where t.license_id = ? and t.id = ? and t.chat_id = ?";

  private static final String EVENT =
      "select "
          + EventRow.COLUMNS
          + """
           from event e
          where e.license_id = ? and e.thread_id = ? and e.number = ? and e.chat_id = ?
          """;

  private static final String FILE =
      "select " + FileRow.COLUMNS + " from file f where f.license_id = ? and f.id = ?";

  private static final String EVENTS =
      "select "
          + EventRow.COLUMNS
          + " from event e where e.license_id = ? and e.thread_id = ? order by e.number";

  private final DataSource dataSource;

  StateReader(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /// Raises the epoch, which waits for a commit that is on its way and stops all later ones, then
  /// reads.
  Optional<Opened> open(LicenseId licenseId) {
    return reading(
        connection -> {
          Optional<LicenseRow> taken =
              Query.on(connection, TAKE_OVER).with(licenseId.value()).first(LicenseRow::read);
          connection.commit();
          if (taken.isEmpty()) {
            return Optional.empty();
          }
          return Optional.of(
              new Opened(
                  taken.get().epoch(), SnapshotReader.read(connection, licenseId, taken.get())));
        });
  }

  Optional<LoadedChat> loadChat(LicenseId licenseId, ChatId chatId) {
    return reading(
        connection -> {
          Optional<ChatRow> found =
              Query.on(connection, CHATS + " and c.id = ?")
                  .with(licenseId.value())
                  .with(chatId.value())
                  .first(ChatRow::read);
          if (found.isEmpty()) {
            return Optional.empty();
          }
          var members = new ArrayList<Membership>();
          Query.on(connection, MEMBERS_OF_CHAT)
              .with(licenseId.value())
              .with(chatId.value())
              .each(row -> members.add(MemberRow.read(row).membership()));
          var customers = new ArrayList<LoadedCustomer>();
          for (Membership member : members) {
            if (member.userId() instanceof CustomerId customerId) {
              customer(connection, licenseId, customerId).ifPresent(customers::add);
            }
          }
          return Optional.of(new LoadedChat(found.get().with(members), customers));
        });
  }

  Optional<LoadedCustomer> loadCustomer(LicenseId licenseId, CustomerId customerId) {
    return reading(connection -> customer(connection, licenseId, customerId));
  }

  Optional<ChatThread> loadThread(LicenseId licenseId, ChatId chatId, ThreadId threadId) {
    return reading(
        connection ->
            Query.on(connection, THREAD)
                .with(licenseId.value())
                .with(threadId.value())
                .with(chatId.value())
                .first(ThreadRow::read));
  }

  Optional<Event> loadEvent(LicenseId licenseId, ChatId chatId, EventId eventId) {
    return reading(
        connection ->
            Query.on(connection, EVENT)
                .with(licenseId.value())
                .with(eventId.threadId().value())
                .with(eventId.number())
                .with(chatId.value())
                .first(EventRow::read));
  }

  Optional<UploadedFile> loadFile(LicenseId licenseId, FileId fileId) {
    return reading(
        connection ->
            Query.on(connection, FILE)
                .with(licenseId.value())
                .with(fileId.value())
                .first(FileRow::read));
  }

  List<Event> loadEvents(LicenseId licenseId, ThreadId threadId) {
    return reading(
        connection -> {
          var events = new ArrayList<Event>();
          Query.on(connection, EVENTS)
              .with(licenseId.value())
              .with(threadId.value())
              .each(row -> events.add(EventRow.read(row)));
          return List.copyOf(events);
        });
  }

  private static Optional<LoadedCustomer> customer(
      Connection connection, LicenseId licenseId, CustomerId customerId) throws SQLException {
    var found =
        Query.on(
                connection,
                "select "
                    + CustomerRow.COLUMNS
                    + " from customer cu where cu.license_id = ? and cu.id = ?")
            .with(licenseId.value())
            .with(customerId.value())
            .first(CustomerRow::read);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var chats = new ArrayList<ChatId>();
    Query.on(
            connection,
            """
            select chat_id from chat_user
            where license_id = ? and user_key = ?
            order by position, chat_id
            """)
        .with(licenseId.value())
        .with(UserKey.encode(customerId))
        .each(row -> chats.add(new ChatId(row.getString(1))));
    return Optional.of(new LoadedCustomer(found.get(), chats));
  }

  private interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  /// In a transaction, without which results would not be streamed.
  private <T> T reading(Reading<T> reading) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        return reading.from(connection);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new StoreUnavailable(e);
    }
  }
}
