package bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.Json;

/// Which person of the messenger is which customer, and in which chat; kept in a file.
final class Contacts {
  private final Path file;
  private final Map<String, Contact> byPerson = new LinkedHashMap<>();

  /// A person.
  ///
  /// @param token the customer's
  /// @param chatId empty before the first message
  record Contact(String person, String token, String chatId) {
    Contact inChat(String id) {
      return new Contact(person, token, id);
    }
  }

  Contacts(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      for (Object kept : Json.list(Json.parse(Files.readString(file)))) {
        var contact =
            new Contact(
                Json.text(kept, "person"), Json.text(kept, "token"), Json.text(kept, "chat_id"));
        byPerson.put(contact.person(), contact);
      }
    }
  }

  synchronized Contact ofPerson(String person) {
    return byPerson.get(person);
  }

  synchronized Contact ofChat(String chatId) {
    return byPerson.values().stream()
        .filter(contact -> contact.chatId().equals(chatId))
        .findFirst()
        .orElse(null);
  }

  synchronized void put(Contact contact) {
    byPerson.put(contact.person(), contact);
    List<Object> kept = new ArrayList<>();
    for (Contact each : byPerson.values()) {
      kept.add(
          Json.object("person", each.person(), "token", each.token(), "chat_id", each.chatId()));
    }
    try {
      Path written = Files.writeString(Path.of(file + ".new"), Json.write(kept));
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
