package io.parley.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.core.Result;
import io.parley.core.license.LicenseId;
import io.parley.core.license.ProvisionLicense;
import io.parley.core.license.Settings;
import io.parley.core.license.ViewLicense;
import io.parley.runtime.Cause;
import io.parley.runtime.LicenseHost;
import io.parley.runtime.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PekkoPlacementTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final LicenseId LICENSE = new LicenseId(100);
  private static final LicenseId OTHER = new LicenseId(101);

  private final LicenseHost host = Hosts.host();
  private final ClusterNode node = ClusterNode.start(ClusterConfig.DEFAULTS);
  private final PekkoPlacement placement = node.place(host);

  @AfterEach
  void stop() {
    host.close();
    node.close();
  }

  @Test
  void shouldKeepTheOrderOfCommandsThatCameBeforeTheClusterHadFormed() {
    var names = new CopyOnWriteArrayList<String>();
    var expected = IntStream.range(0, 500).mapToObj(i -> "name " + i).toList();

    for (String name : expected) {
      rename(name);
      placement.submit(LICENSE, new ViewLicense(), Cause.NONE, reply -> names.add(nameIn(reply)));
    }

    await().atMost(LONG).untilAsserted(() -> assertThat(names).isEqualTo(expected));
  }

  @Test
  void shouldStartTheWritersOfLicensesThatAreWoken() {
    placement.wake(LICENSE);
    placement.wake(OTHER);

    await().atMost(LONG).until(() -> host.isRunning(LICENSE) && host.isRunning(OTHER));
  }

  private void rename(String name) {
    var command = new ProvisionLicense(name, null, null, Settings.DEFAULTS, List.of(), List.of());
    placement.submit(LICENSE, command, Cause.NONE, _ -> {});
  }

  private static String nameIn(Reply reply) {
    return reply instanceof Reply.Done(Result.Viewed(var license), _)
        ? license.profile().name()
        : reply.toString();
  }
}
