package io.parley.gateway.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parley.core.content.Goal;
import io.parley.core.content.Greeting;
import io.parley.core.group.GroupId;
import io.parley.core.license.LicenseId;
import io.parley.store.content.ContentKind;
import io.parley.store.content.Contents;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/// The contents of the licenses, read from the database and known for a moment. Items that are
/// switched off are left out.
///
/// For any number of threads.
public final class LicenseContents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration KNOWN = Duration.ofSeconds(1);
  private static final int MOST_LICENSES = 10_000;

  private final Contents store;
  private final AsyncCache<Key, JsonNode> cache;

  private record Key(LicenseId licenseId, ContentKind kind) {}

  /// Reads from this store.
  public LicenseContents(Contents store) {
    this.store = store;
    this.cache =
        Caffeine.newBuilder()
            .expireAfterWrite(KNOWN)
            .maximumSize(MOST_LICENSES)
            .executor(task -> Thread.ofVirtual().name("contents").start(task))
            .buildAsync();
  }

  /// The greetings, in their order. Doesn't block.
  public CompletableFuture<List<Greeting>> greetings(LicenseId licenseId) {
    return items(licenseId, ContentKind.GREETINGS, ContentDecoder::greeting);
  }

  /// The goals, in their order. Doesn't block.
  CompletableFuture<List<Goal>> goals(LicenseId licenseId) {
    return items(licenseId, ContentKind.GOALS, ContentDecoder::goal);
  }

  /// The survey of a type that a group has, if it has one. Doesn't block.
  ///
  /// @param type as it is provisioned
  CompletableFuture<Optional<JsonNode>> form(LicenseId licenseId, String type, GroupId groupId) {
    return read(licenseId, ContentKind.FORMS)
        .thenApply(
            items ->
                enabled(items)
                    .filter(form -> form.path("type").asText().equals(type))
                    .filter(form -> form.path("group_id").asInt() == groupId.value())
                    .findFirst());
  }

  private <T> CompletableFuture<List<T>> items(
      LicenseId licenseId, ContentKind kind, Function<JsonNode, T> decoder) {
    return read(licenseId, kind).thenApply(items -> enabled(items).map(decoder).toList());
  }

  private static Stream<JsonNode> enabled(JsonNode items) {
    return items.valueStream().filter(item -> item.path("enabled").asBoolean(true));
  }

  private CompletableFuture<JsonNode> read(LicenseId licenseId, ContentKind kind) {
    return cache.get(
        new Key(licenseId, kind),
        key ->
            store
                .find(key.licenseId(), key.kind())
                .map(LicenseContents::parsed)
                .orElseGet(JSON::createArrayNode));
  }

  private static JsonNode parsed(String items) {
    try {
      return JSON.readTree(items);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the kept content is no JSON", e);
    }
  }
}
