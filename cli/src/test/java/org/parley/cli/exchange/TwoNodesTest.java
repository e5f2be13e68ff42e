package org.parley.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.couriers.https.TlsIdentity;
import org.parley.couriers.relay.Quota;
import org.parley.couriers.relay.RelayServer;

/** Two real nodes, real keys, real books, and HTTPS between them on loopback. */
class TwoNodesTest {
  @TempDir private Path folder;
  private TwoNodes nodes = new TwoNodes(Path.of("."));

  @BeforeEach
  void inAFreshFolder() {
    nodes = new TwoNodes(folder);
  }

  @Test
  void aNoticeIsSentDeliveredAndAcknowledgedBetweenTwoNodes() throws Exception {
    int door = TwoNodes.freePort();
    nodes.node("a", "XA/csirt", "127.0.0.1:" + TwoNodes.freePort());
    nodes.node("b", "XB/csirt", "127.0.0.1:" + door);
    nodes.introduce("a", "b");
    nodes.introduce("b", "a");
    Path notice = Files.writeString(folder.resolve("notice.yaml"), TwoNodes.NOTICE);

    TwoNodes.Said preview = nodes.parley("send", "--node", nodes.at("a"), notice.toString());
    assertThat(preview.out()).contains("XB/technical  at XB/csirt").contains("Nothing was sent");
    assertThat(nodes.parley("list", "--node", nodes.at("a")).out()).contains("No conversation yet");

    TwoNodes.Said sent = nodes.parley("send", "--node", nodes.at("a"), notice.toString(), "--yes");
    assertThat(sent.status()).isZero();
    String digest = sent.out().strip().lines().reduce((_, last) -> last).orElseThrow();

    Thread other =
        Thread.ofPlatform()
            .start(() -> nodes.parley("run", "--node", nodes.at("b"), "--for", "PT20S"));
    deliver();
    assertThat(nodes.parley("list", "--node", nodes.at("a")).out()).contains("delivered");
    assertThat(nodes.parley("list", "--node", nodes.at("b")).out()).contains("next: open it");
    assertThat(nodes.parley("acknowledge", "--node", nodes.at("b"), digest.substring(0, 12)).out())
        .contains("without prejudice");
    assertThat(nodes.parley("show", "--node", nodes.at("b"), digest).out())
        .contains("Control systems of two substations do not answer")
        .contains("acknowledged");
    other.join();
  }

  @Test
  void anotherFingerprintThanTheOneReadOutTakesNothingIn() {
    nodes.node("a", "XA/csirt", "127.0.0.1:1");
    nodes.node("b", "XB/csirt", "127.0.0.1:1");
    String ours = nodes.card("a");

    TwoNodes.Said said =
        nodes.parley(
            "introduce",
            "--node",
            nodes.at("a"),
            folder.resolve("a.card").toString(),
            "--fingerprint",
            "00000 ".repeat(12).strip());

    assertThat(ours).hasSize(71);
    assertThat(said.status()).isEqualTo(65);
    assertThat(said.err()).contains("nothing was taken in");
  }

  @Test
  void aDraftTellsAllThatIsWrongWithItAtOnce() throws IOException {
    nodes.node("a", "XA/csirt", "127.0.0.1:1");
    Path draft =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            "format: C99\nfrom: technical\nto: [nobody]\nmarking: TLP:PINK\nitems: {x: y}\n");

    TwoNodes.Said said = nodes.parley("send", "--node", nodes.at("a"), draft.toString());

    assertThat(said.status()).isEqualTo(65);
    assertThat(said.err())
        .contains("C99")
        .contains("nobody")
        .contains("TLP:PINK")
        .contains("\"x\" is no item number");
  }

  @Test
  void aSeverityIsStatedWithTheFactsItRestsOnAndComputedAgain() throws IOException {
    nodes.node("a", "XA/csirt", "127.0.0.1:1");
    nodes.node("b", "XB/csirt", "127.0.0.1:1");
    nodes.introduce("a", "b");
    Path draft =
        Files.writeString(
            folder.resolve("graded.yaml"),
            TwoNodes.NOTICE
                + """
                severity:
                  scale: us/cisa-nciss
                  level: high
                  facts: ["availability: unavailable"]
                """);

    TwoNodes.Said sent = nodes.parley("send", "--node", nodes.at("a"), draft.toString(), "--yes");
    assertThat(sent.status()).as(sent.err()).isZero();
    String digest = sent.out().strip().lines().reduce((_, last) -> last).orElseThrow();

    assertThat(nodes.parley("show", "--node", nodes.at("a"), digest).out())
        .contains("stated: high on us/cisa-nciss")
        .contains("computed again here: the same");
  }

  @Test
  void twoNodesThatNobodyCanReachExchangeOverABlindRelay() throws Exception {
    Path depot = folder.resolve("relay");
    TlsIdentity identity = TlsIdentity.create("relay", Instant.now(), Duration.ofDays(1));
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (RelayServer relay =
        RelayServer.open(loopback, identity, depot, Quota.USUAL, InstantSource.system())) {
      nodes.node("a", "XA/csirt", "127.0.0.1:1");
      nodes.node("b", "XB/csirt", "127.0.0.1:1");
      nodes.useRelay("a", relay.port(), TwoNodes.printed(identity), depot);
      nodes.useRelay("b", relay.port(), TwoNodes.printed(identity), depot);
      nodes.introduce("a", "b");
      nodes.introduce("b", "a");
      Path notice = Files.writeString(folder.resolve("notice.yaml"), TwoNodes.NOTICE);
      nodes.parley("send", "--node", nodes.at("a"), notice.toString(), "--yes");

      nodes.parley("run", "--node", nodes.at("a"), "--once");
      assertThat(nodes.parley("list", "--node", nodes.at("a")).out()).contains("in-custody");
      nodes.parley("run", "--node", nodes.at("b"), "--once");
      nodes.parley("run", "--node", nodes.at("a"), "--once");

      assertThat(nodes.parley("list", "--node", nodes.at("b")).out()).contains("next: open it");
      assertThat(nodes.parley("list", "--node", nodes.at("a")).out()).contains("delivered");
    }
  }

  @Test
  void filesGoWithANoticeAreTakenOutAndHeldAgainstTheProof() throws Exception {
    acquainted();
    Path hosts = Files.writeString(folder.resolve("hosts.txt"), "192.0.2.7\n");
    TwoNodes.Said preview = send("--file", hosts.toString());
    assertThat(preview.out())
        .contains("file  hosts.txt  10 B  SHA-256 ")
        .contains("Nothing was sent");
    String digest = last(send("--yes", "--file", hosts.toString()));

    Thread other =
        Thread.ofPlatform()
            .start(() -> nodes.parley("run", "--node", nodes.at("b"), "--for", "PT30S"));
    deliver();
    for (int i = 0; i < 10 && !Files.exists(folder.resolve("out/hosts.txt")); i++) {
      nodes.parley("run", "--node", nodes.at("a"), "--for", "PT1S");
      nodes.parley("files", "--node", nodes.at("b"), digest, "--out", nodes.at("out"));
    }
    assertThat(folder.resolve("out/hosts.txt")).hasContent("192.0.2.7\n");
    Files.writeString(folder.resolve("out/hosts.txt"), "mine");
    assertThat(
            nodes.parley("files", "--node", nodes.at("b"), digest, "--out", nodes.at("out")).err())
        .contains("is there already and was left as it is");
    assertThat(folder.resolve("out/hosts.txt")).hasContent("mine");
    assertThat(nodes.parley("show", "--node", nodes.at("b"), digest).out()).contains("hosts.txt");
    nodes.parley("proof", "--node", nodes.at("a"), digest, "--out", nodes.at("proof"));
    other.interrupt();
    other.join();
    assertThat(verified()).contains("holds: file-1:").contains("All that was checked holds.");
  }

  @Test
  void aFileThatCannotGoIsToldAndNothingIsSent() throws Exception {
    acquainted();
    Path empty = Files.writeString(folder.resolve("empty"), "");

    TwoNodes.Said wrong = send("--yes", "--file", empty.toString(), "--file", nodes.at("absent"));

    assertThat(wrong.status()).isEqualTo(66);
    assertThat(wrong.err()).contains("1 byte to 5 MiB").contains("cannot read");
    assertThat(nodes.parley("list", "--node", nodes.at("a")).out()).contains("No conversation yet");
  }

  private void acquainted() throws IOException {
    nodes.node("a", "XA/csirt", "127.0.0.1:" + TwoNodes.freePort());
    nodes.node("b", "XB/csirt", "127.0.0.1:" + TwoNodes.freePort());
    nodes.introduce("a", "b");
    nodes.introduce("b", "a");
    Files.writeString(folder.resolve("notice.yaml"), TwoNodes.NOTICE);
  }

  private TwoNodes.Said send(String... more) {
    List<String> words =
        new ArrayList<>(List.of("send", "--node", nodes.at("a"), nodes.at("notice.yaml")));
    words.addAll(List.of(more));
    return nodes.parley(words.toArray(String[]::new));
  }

  private static String last(TwoNodes.Said said) {
    return said.out().strip().lines().reduce((_, line) -> line).orElseThrow();
  }

  @Test
  void theProofOfAnExchangeIsWrittenWithAScriptThatChecksIt() throws Exception {
    int door = TwoNodes.freePort();
    nodes.node("a", "XA/csirt", "127.0.0.1:" + TwoNodes.freePort());
    nodes.node("b", "XB/csirt", "127.0.0.1:" + door);
    nodes.introduce("a", "b");
    nodes.introduce("b", "a");
    Path notice = Files.writeString(folder.resolve("notice.yaml"), TwoNodes.NOTICE);
    String digest = sent(notice);
    TwoNodes.Said early =
        nodes.parley("proof", "--node", nodes.at("a"), digest, "--out", nodes.at("proof"));
    assertThat(early.err()).contains("there is no receipt about it yet");

    Thread other =
        Thread.ofPlatform()
            .start(() -> nodes.parley("run", "--node", nodes.at("b"), "--for", "PT60S"));
    deliver();
    assertThat(nodes.parley("checkpoint", "--node", nodes.at("a")).out())
        .contains("shown to 1 nodes");
    for (int i = 0; i < 20 && !witnessed(); i++) {
      nodes.parley("run", "--node", nodes.at("a"), "--for", "PT2S");
    }
    TwoNodes.Said written =
        nodes.parley("proof", "--node", nodes.at("a"), digest, "--out", nodes.at("proof"));
    other.interrupt();
    other.join();

    assertThat(written.status()).as(written.err()).isZero();
    String checked = verified();
    assertThat(checked)
        .contains("sender/checkpoint.txt: 1 witnesses saw it")
        .contains("directory-entry: the classical signature covers it")
        .contains("All that was checked holds.")
        .doesNotContain("REFUSED")
        .doesNotContain("no directory entry");
  }

  /// Sends from a; the last line names what was sent.
  private String sent(Path notice) {
    return nodes
        .parley("send", "--node", nodes.at("a"), notice.toString(), "--yes")
        .out()
        .strip()
        .lines()
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private boolean witnessed() {
    return nodes.parley("checkpoint", "--node", nodes.at("a")).out().contains("witnessed by 1");
  }

  private String verified() throws Exception {
    Process check =
        new ProcessBuilder("sh", folder.resolve("proof").resolve("verify.sh").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    check.waitFor();
    return said;
  }

  private void deliver() throws InterruptedException {
    for (int attempt = 0; attempt < 20; attempt++) {
      nodes.parley("run", "--node", nodes.at("a"), "--for", "PT2S");
      if (nodes.parley("list", "--node", nodes.at("a")).out().contains("delivered")) {
        return;
      }
      Thread.sleep(500);
    }
  }
}
