package io.parley.core.content;

import io.parley.core.group.GroupId;
import java.util.List;
import java.util.Map;

/// What a visitor may be greeted with later in the visit, who was not when it began.
///
/// @param greetings those that the visitor has not seen, in their order
/// @param visited the group that the visitor is going to talk to
/// @param sideStorage what the visitor's side keeps
public record AwaitedGreeting(
    List<Greeting> greetings, GroupId visited, Map<String, String> sideStorage) {
  /// Makes the collections unmodifiable.
  public AwaitedGreeting {
    greetings = List.copyOf(greetings);
    sideStorage = Map.copyOf(sideStorage);
  }
}
