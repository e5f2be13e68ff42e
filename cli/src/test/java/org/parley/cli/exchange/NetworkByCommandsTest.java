package org.parley.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.couriers.https.TlsIdentity;
import org.parley.couriers.relay.Quota;
import org.parley.couriers.relay.RelayServer;

/** A network begun, joined and changed by three real nodes that have no screens. */
class NetworkByCommandsTest {

  private static final List<String> NAMES = List.of("desk", "a", "b");

  @TempDir private Path folder;
  private TwoNodes nodes = new TwoNodes(Path.of("."));
  private RelayServer relay;

  @BeforeEach
  void threeNodesAndARelay() throws Exception {
    nodes = new TwoNodes(folder);
    TlsIdentity identity = TlsIdentity.create("relay", Instant.now(), Duration.ofDays(1));
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Path depot = folder.resolve("relay");
    relay = RelayServer.open(loopback, identity, depot, Quota.USUAL, InstantSource.system());
    nodes.node("desk", "secretariat/desk", "127.0.0.1:1", "secretariat");
    nodes.node("a", "XA/csirt", "127.0.0.1:1");
    nodes.node("b", "XB/csirt", "127.0.0.1:1");
    for (String name : NAMES) {
      nodes.useRelay(name, relay.port(), TwoNodes.printed(identity), depot);
    }
    nodes.introduce("desk", "a");
    nodes.introduce("desk", "b");
  }

  @AfterEach
  void stop() throws Exception {
    relay.close();
  }

  /** Everybody carries what is due and empties its mailbox, often enough for an answer. */
  private void talk() {
    for (int round = 0; round < 3; round++) {
      NAMES.forEach(name -> nodes.parley("run", "--node", nodes.at(name), "--once"));
    }
  }

  private TwoNodes.Said done(TwoNodes.Said said) {
    assertThat(said.status()).as(said.err()).isZero();
    return said;
  }

  /** Both States take part; what the secretariat reads out. */
  private String begin() {
    done(nodes.network("desk", "draw-up", "--name", "Harbour", "XA/csirt", "XB/csirt"));
    Path file = folder.resolve("harbour.network");
    String digits = done(nodes.network("desk", "file", "--out", file.toString())).out().strip();
    for (String state : List.of("a", "b")) {
      done(nodes.network(state, "join", file.toString(), "--fingerprint", digits));
    }
    talk();
    return digits;
  }

  @Test
  void aNetworkBeginsByOneFingerprintThatPeopleCompared() {
    String digits = begin();

    for (String name : NAMES) {
      assertThat(nodes.network(name, "show").out())
          .contains("network Harbour")
          .contains(digits)
          .contains("XB/csirt")
          .contains("by the charter");
    }
  }

  @Test
  void aFileWhoseFingerprintIsNotTheOneReadOutIsShownAndNotTakenIn() {
    nodes.network("desk", "draw-up", "--name", "Harbour", "XA/csirt", "XB/csirt");
    Path file = folder.resolve("harbour.network");
    nodes.network("desk", "file", "--out", file.toString());

    assertThat(done(nodes.network("a", "join", file.toString())).out())
        .contains("claims to be the network Harbour")
        .contains("Nothing was taken in");
    TwoNodes.Said wrong =
        nodes.network("a", "join", file.toString(), "--fingerprint", "00000 ".repeat(12));
    assertThat(wrong.status()).isEqualTo(65);
    assertThat(nodes.network("a", "show").out()).contains("in no network");
    assertThat(nodes.network("desk", "show").out()).contains("not in force");

    done(nodes.network("desk", "give-up"));
    assertThat(nodes.network("desk", "file", "--out", file.toString()).status()).isEqualTo(65);
  }

  @Test
  void anotherCharterNeedsTwoPartiesAndARemovalTwoStates() {
    begin();
    done(nodes.network("desk", "register", "XA/csirt", "--reference", "Note 1"));
    talk();
    done(nodes.network("b", "amend", "--registrar", "secretariat/desk", "--registrar", "XB/csirt"));
    talk();
    String shown = nodes.network("a", "show").out();
    assertThat(shown)
        .contains("charter number 2: XB/csirt, secretariat/desk registers")
        .contains("signed by XB/csirt");

    assertThat(done(nodes.network("a", "sign", waiting(shown))).out()).contains("Signed");
    talk();
    for (String name : NAMES) {
      assertThat(nodes.network(name, "show").out())
          .containsPattern("charter +number 2")
          .doesNotContain("waits for signatures");
    }

    TwoNodes.Said removal = done(nodes.network("a", "remove", "XB/csirt"));
    assertThat(removal.out()).contains("waits for signatures");
    talk();
    assertThat(nodes.network("desk", "show").out()).doesNotContain("is out");
    done(nodes.network("desk", "sign", waiting(nodes.network("desk", "show").out())));
    talk();
    assertThat(nodes.network("desk", "show").out())
        .as("who registers is no State")
        .doesNotContain("is out");
    done(nodes.network("b", "sign", waiting(nodes.network("b", "show").out())));
    assertThat(nodes.network("b", "show").out())
        .as("it registers, and leaves of its own accord")
        .contains("XB/csirt is out");
    assertThat(nodes.network("desk", "sign", "00").err()).contains("no link that waits here");
  }

  private static String waiting(String shown) {
    return shown
        .lines()
        .dropWhile(line -> !line.contains("waits for signatures"))
        .skip(1)
        .map(String::strip)
        .filter(line -> line.matches("[0-9a-f]{6,}.*"))
        .findFirst()
        .orElseThrow()
        .split(" ")[0];
  }
}
