package io.parley.store.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.customer.Customer;
import io.parley.core.customer.Geolocation;
import io.parley.core.event.EventBody;
import io.parley.core.event.EventType;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.Settings;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import io.parley.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CodecTest {

  @Provide
  Arbitrary<EventBody> bodies() {
    return Arbitraries.bodies();
  }

  @Provide
  Arbitrary<Properties> properties() {
    return Arbitraries.properties();
  }

  /// What PostgreSQL makes of a JSON value when it keeps it.
  private static List<String> kept(List<String> values) {
    return TestDatabase.shared()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select v::jsonb::text from unnest(:values::text[]) with ordinality u(v, n)"
                            + " order by n")
                    .bindArray("values", String.class, values)
                    .mapTo(String.class)
                    .list());
  }

  @Property(tries = 60)
  void shouldGiveBackEveryBodyThatWasKept(@ForAll List<@From("bodies") EventBody> bodies) {
    List<String> kept = kept(bodies.stream().map(EventBodyCodec::encode).toList());

    for (int i = 0; i < kept.size(); i++) {
      EventBody body = bodies.get(i);
      assertThat(EventBodyCodec.decode(body.type(), kept.get(i))).isEqualTo(body);
    }
  }

  @Property(tries = 60)
  void shouldGiveBackAllPropertiesThatWereKept(
      @ForAll @Size(min = 1) List<@From("properties") Properties> properties) {
    List<String> kept = kept(properties.stream().map(PropertiesCodec::encode).toList());

    assertThat(kept.stream().map(PropertiesCodec::decode)).isEqualTo(properties);
  }

  @Property(tries = 200)
  void shouldMakeAnyTextStorable(@ForAll @Size(max = 5) List<Character> characters) {
    var text = new StringBuilder("a\u0000\ud800b");
    characters.forEach(text::append);
    var body = new EventBody.Message(text.toString(), null);
    var keys = new TreeMap<String, Map<String, PropertyValue>>();
    keys.put(text.toString(), Map.of(text.toString(), new PropertyValue.Text(text.toString())));

    List<String> kept =
        kept(List.of(EventBodyCodec.encode(body), PropertiesCodec.encode(new Properties(keys))));

    assertThat(EventBodyCodec.decode(EventType.MESSAGE, kept.getFirst()))
        .isEqualTo(new EventBody.Message(StorableText.of(text.toString()), null));
  }

  @Test
  void shouldLeaveStorableTextAsItIs() {
    var text = "caf\u00e9 \uD83D\uDE00";

    assertThat(StorableText.of(text)).isEqualTo(text);
    assertThat(StorableText.of("\uD83D \uDE00\u0000x")).isEqualTo("\ufffd \ufffd\ufffdx");
  }

  @Test
  void shouldCoverEveryTypeOfEvent() {
    var seen = EnumSet.noneOf(EventType.class);
    Arbitraries.bodies().sampleStream().limit(1000).forEach(body -> seen.add(body.type()));

    assertThat(seen).containsExactlyInAnyOrder(EventType.values());
  }

  @Test
  void shouldGiveBackSettings() {
    var settings =
        new Settings(
            Duration.ofSeconds(90),
            Duration.ofMillis(1),
            Duration.ZERO,
            Duration.ofDays(3),
            false,
            7,
            2,
            true,
            false);

    assertThat(LicenseCodec.decodeSettings(LicenseCodec.encode(settings))).isEqualTo(settings);
    assertThat(LicenseCodec.decodeSettings("{}")).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void shouldGiveBackGroupsOfAnAgent() {
    var groups = new TreeMap<GroupId, Priority>();
    for (Priority priority : Priority.values()) {
      groups.put(new GroupId(groups.size()), priority);
    }

    assertThat(LicenseCodec.decodeGroups(LicenseCodec.encode(groups))).isEqualTo(groups);
  }

  @Test
  void shouldGiveBackFieldsInTheirOrder() {
    var fields = List.of(new Customer.Field("z", "\"1\""), new Customer.Field("a", ""));

    assertThat(CustomerCodec.decodeFields(CustomerCodec.encodeFields(fields))).isEqualTo(fields);
  }

  @Test
  void shouldGiveBackAVisit() {
    Instant time = Instant.parse("2026-01-05T10:00:00.000001Z");
    var page = new Customer.Page(time, "https://example.com/?a=b", null);
    var whole =
        new Customer.LastVisit(
            5,
            time,
            time,
            "https://example.com",
            "127.0.0.1",
            "Firefox",
            new Geolocation("51.1", "17.0", "Poland", "PL", "Śląsk", "Wrocław", "Europe/Warsaw"),
            List.of(page, page));
    var bare = new Customer.LastVisit(1, time, null, null, null, null, null, List.of());
    var somewhere =
        new Customer.LastVisit(
            1,
            time,
            null,
            null,
            null,
            null,
            new Geolocation(null, null, "Poland", null, null, null, null),
            List.of());

    assertThat(CustomerCodec.decodeVisit(CustomerCodec.encode(whole))).isEqualTo(whole);
    assertThat(CustomerCodec.decodeVisit(CustomerCodec.encode(bare))).isEqualTo(bare);
    assertThat(CustomerCodec.decodeVisit(CustomerCodec.encode(somewhere))).isEqualTo(somewhere);
  }
}
