package org.parley.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Tlp;
import org.parley.core.people.Role;
import org.parley.core.terms.Party;
import org.parley.desk.settings.SettingKey;
import org.parley.exchange.NodeHome;
import org.parley.exchange.NodeSettings;
import org.parley.node.Form;
import org.parley.node.TestNode;
import org.parley.node.people.Cast;

/// A node whose certificates end within weeks: its administrators are told, and renew them on the
/// page while the node goes on.
class RenewedExchangeTest {

  private static final Pattern FINGERPRINT = Pattern.compile("([0-9]{5} ){11}[0-9]{5}");
  private static final String ENDING = "The certificates end soon";

  @TempDir private Path folder;
  private TestNode node;
  private Cast cast;

  @BeforeEach
  void aNodeOfAlmostThreeYearsAgo() throws Exception {
    int port = freePort();
    NodeSettings.Door door =
        new NodeSettings.Door("127.0.0.1", port, URI.create("https://127.0.0.1:" + port));
    NodeHome.create(
            folder,
            new NodeSettings(
                new NodeId(new Party("XA"), "csirt"),
                List.of(OfficeKind.TECHNICAL),
                new NodeSettings.Ways(Optional.of(door), Optional.empty(), Optional.empty()),
                Ceiling.of(Tlp.AMBER),
                false,
                Optional.empty()),
            Instant.now().minus(Duration.ofDays(3 * 365 - 30)))
        .orThrow();
    node = TestNode.startIn(folder, Map.of(SettingKey.REALM, "exercise:trial")).withDoors();
    cast = new Cast(node);
  }

  @AfterEach
  void stop() {
    node.stop();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void administratorsAreToldAndRenewThem() {
    TestNode.Browser keeper = cast.browser(cast.account("keeper", Role.ADMINISTRATOR));
    assertThat(keeper.get("/").body()).contains(ENDING).contains("href=\"/exchange#renew\"");
    assertThat(cast.browser(cast.withLogin("csirt")).get("/").body()).doesNotContain(ENDING);
    String before = fingerprint(keeper);

    assertThat(keeper.post("/exchange", "/exchange/renew", Form.of("lost", "")).statusCode())
        .isEqualTo(303);

    String after = fingerprint(keeper);
    assertThat(after).isNotEqualTo(before);
    assertThat(keeper.get("/exchange").body()).contains("running").doesNotContain(ENDING);
    assertThat(keeper.get("/").body()).doesNotContain(ENDING);
  }

  @Test
  void aReasonThatIsTooLongRenewsNothing() {
    TestNode.Browser keeper = cast.browser(cast.account("keeper", Role.ADMINISTRATOR));
    String before = fingerprint(keeper);

    assertThat(keeper.post("/exchange", "/exchange/renew", Form.of("lost", "x".repeat(201))).body())
        .contains("at most 200 characters");

    assertThat(fingerprint(keeper)).isEqualTo(before);
    assertThat(keeper.post("/exchange", "/exchange/renew", Form.of("lost", "A copy was found")))
        .extracting(answer -> answer.statusCode())
        .isEqualTo(303);
    assertThat(fingerprint(keeper)).isNotEqualTo(before);
  }

  private static String fingerprint(TestNode.Browser keeper) {
    Matcher found = FINGERPRINT.matcher(keeper.get("/exchange").body());
    assertThat(found.find()).isTrue();
    return found.group();
  }
}
