package org.parley.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.Parley;
import org.parley.couriers.https.TlsIdentity;
import org.parley.couriers.relay.Quota;
import org.parley.couriers.relay.RelayProgram;
import org.parley.couriers.relay.RelayServer;
import picocli.CommandLine;

/** Two real nodes, real keys, real books, and HTTPS between them on loopback. */
class TwoNodesTest {
  private static final String NOTICE =
      """
      format: C3
      from: technical
      to: [XB/technical]
      marking: TLP:AMBER
      items:
        1: XA-2026-17
        2: "2026-11-22T01:10:00Z"
        3: {absent: not-known-yet}
        4: Control systems of two substations do not answer
        5: NIL
        6: Electricity
        7: Energy
        8: NIL
        9: steady
        10: Lines switched by hand
        11: look
        13: NIL
      """;

  @TempDir private Path folder;

  private record Said(int status, String out, String err) {}

  @Test
  void aNoticeIsSentDeliveredAndAcknowledgedBetweenTwoNodes() throws Exception {
    int door = freePort();
    node("a", "XA/csirt", "127.0.0.1:" + freePort());
    node("b", "XB/csirt", "127.0.0.1:" + door);
    introduce("a", "b");
    introduce("b", "a");
    Path notice = Files.writeString(folder.resolve("notice.yaml"), NOTICE);

    Said preview = parley("send", "--node", at("a"), notice.toString());
    assertThat(preview.out()).contains("XB/technical  at XB/csirt").contains("Nothing was sent");
    assertThat(parley("list", "--node", at("a")).out()).contains("No conversation yet");

    Said sent = parley("send", "--node", at("a"), notice.toString(), "--yes");
    assertThat(sent.status()).isZero();
    String digest = sent.out().strip().lines().reduce((_, last) -> last).orElseThrow();

    Thread other =
        Thread.ofPlatform().start(() -> parley("run", "--node", at("b"), "--for", "PT20S"));
    deliver();
    assertThat(parley("list", "--node", at("a")).out()).contains("delivered");
    assertThat(parley("list", "--node", at("b")).out()).contains("next: open it");
    assertThat(parley("acknowledge", "--node", at("b"), digest.substring(0, 12)).out())
        .contains("without prejudice");
    assertThat(parley("show", "--node", at("b"), digest).out())
        .contains("Control systems of two substations do not answer")
        .contains("acknowledged");
    other.join();
  }

  @Test
  void anotherFingerprintThanTheOneReadOutTakesNothingIn() {
    node("a", "XA/csirt", "127.0.0.1:1");
    node("b", "XB/csirt", "127.0.0.1:1");
    String ours = card("a");

    Said said =
        parley(
            "introduce",
            "--node",
            at("a"),
            folder.resolve("a.card").toString(),
            "--fingerprint",
            "00000 ".repeat(12).strip());

    assertThat(ours).hasSize(71);
    assertThat(said.status()).isEqualTo(65);
    assertThat(said.err()).contains("nothing was taken in");
  }

  @Test
  void aDraftTellsAllThatIsWrongWithItAtOnce() throws IOException {
    node("a", "XA/csirt", "127.0.0.1:1");
    Path draft =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            "format: C99\nfrom: technical\nto: [nobody]\nmarking: TLP:PINK\nitems: {x: y}\n");

    Said said = parley("send", "--node", at("a"), draft.toString());

    assertThat(said.status()).isEqualTo(65);
    assertThat(said.err())
        .contains("C99")
        .contains("nobody")
        .contains("TLP:PINK")
        .contains("\"x\" is no item number");
  }

  @Test
  void twoNodesThatNobodyCanReachExchangeOverABlindRelay() throws Exception {
    Path depot = folder.resolve("relay");
    TlsIdentity identity = TlsIdentity.create("relay", Instant.now(), Duration.ofDays(1));
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (RelayServer relay =
        RelayServer.open(loopback, identity, depot, Quota.USUAL, InstantSource.system())) {
      node("a", "XA/csirt", "127.0.0.1:1");
      node("b", "XB/csirt", "127.0.0.1:1");
      useRelay("a", relay.port(), identity, depot);
      useRelay("b", relay.port(), identity, depot);
      introduce("a", "b");
      introduce("b", "a");
      Path notice = Files.writeString(folder.resolve("notice.yaml"), NOTICE);
      parley("send", "--node", at("a"), notice.toString(), "--yes");

      parley("run", "--node", at("a"), "--once");
      assertThat(parley("list", "--node", at("a")).out()).contains("in-custody");
      parley("run", "--node", at("b"), "--once");
      parley("run", "--node", at("a"), "--once");

      assertThat(parley("list", "--node", at("b")).out()).contains("next: open it");
      assertThat(parley("list", "--node", at("a")).out()).contains("delivered");
    }
  }

  /** A mailbox and an account at the relay, written into the node's settings. */
  private void useRelay(String name, int port, TlsIdentity identity, Path depot)
      throws IOException {
    Map<String, String> keys = new HashMap<>();
    for (String what : List.of("mailbox", "depositor")) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      try {
        RelayProgram.run(new String[] {what, depot.toString()}, new PrintStream(said));
      } catch (InterruptedException stopped) {
        throw new IOException(stopped);
      }
      said.toString(StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(" "))
          .forEach(words -> keys.put(words[0], words[1]));
    }
    String certificate = Base64.getEncoder().encodeToString(identity.certificateOctets().toArray());
    Files.writeString(
        folder.resolve(name).resolve("node.yaml"),
        """
        relay:
          address: "https://127.0.0.1:%d"
          certificate: "%s"
          mailbox: "%s"
          collect: "%s"
          depositor: "%s"
        """
            .formatted(
                port, certificate, keys.get("mailbox"), keys.get("collect"), keys.get("depositor")),
        StandardOpenOption.APPEND);
  }

  @Test
  void theProofOfAnExchangeIsWrittenWithAScriptThatChecksIt() throws Exception {
    int door = freePort();
    node("a", "XA/csirt", "127.0.0.1:1");
    node("b", "XB/csirt", "127.0.0.1:" + door);
    introduce("a", "b");
    introduce("b", "a");
    Path notice = Files.writeString(folder.resolve("notice.yaml"), NOTICE);
    String digest =
        parley("send", "--node", at("a"), notice.toString(), "--yes")
            .out()
            .strip()
            .lines()
            .reduce((_, last) -> last)
            .orElseThrow();
    Said early = parley("proof", "--node", at("a"), digest, "--out", at("proof"));
    assertThat(early.err()).contains("there is no receipt about it yet");

    Thread other =
        Thread.ofPlatform().start(() -> parley("run", "--node", at("b"), "--for", "PT15S"));
    deliver();
    Said written = parley("proof", "--node", at("a"), digest, "--out", at("proof"));
    other.join();

    assertThat(written.status()).as(written.err()).isZero();
    assertThat(folder.resolve("proof").resolve("verify.sh")).exists();
    assertThat(Files.walk(folder.resolve("proof")).filter(Files::isRegularFile))
        .hasSizeGreaterThan(5);
  }

  private void deliver() throws InterruptedException {
    for (int attempt = 0; attempt < 20; attempt++) {
      parley("run", "--node", at("a"), "--for", "PT2S");
      if (parley("list", "--node", at("a")).out().contains("delivered")) {
        return;
      }
      Thread.sleep(500);
    }
  }

  private void node(String name, String id, String listen) {
    Said made =
        parley(
            "init", "--node", at(name), "--id", id, "--listen", listen, "--offices", "technical");
    assertThat(made.status()).as(made.err()).isZero();
  }

  /** Writes a card; the fingerprint as it is read out. */
  private String card(String name) {
    Said card =
        parley("card", "--node", at(name), "--out", folder.resolve(name + ".card").toString());
    return card.out().lines().toList().get(1);
  }

  private void introduce(String to, String whom) {
    String fingerprint = card(whom);
    Said taken =
        parley(
            "introduce",
            "--node",
            at(to),
            folder.resolve(whom + ".card").toString(),
            "--fingerprint",
            fingerprint);
    assertThat(taken.out()).as(taken.err()).contains("is in the directory");
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Said parley(String... words) {
    List<String> all = new ArrayList<>(List.of("exchange"));
    all.addAll(List.of(words));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Parley.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int status = line.execute(all.toArray(String[]::new));
    return new Said(status, out.toString(), err.toString());
  }
}
