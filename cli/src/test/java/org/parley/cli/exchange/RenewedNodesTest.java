package org.parley.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.exchange.format.Formats;
import org.parley.exchange.Beat;
import org.parley.exchange.NodeHome;

/// Two nodes over HTTPS, one of which renews its certificates.
class RenewedNodesTest {

  @TempDir private Path folder;
  private TwoNodes nodes;

  @BeforeEach
  void twoNodesThatKnowEachOther() throws IOException {
    nodes = new TwoNodes(folder);
    nodes.node("a", "XA/csirt", "127.0.0.1:" + TwoNodes.freePort());
    nodes.node("b", "XB/csirt", "127.0.0.1:" + TwoNodes.freePort());
    nodes.introduce("a", "b");
    nodes.introduce("b", "a");
  }

  @Test
  void nothingIsLostAndNothingIsComparedAgain() throws Exception {
    String before = nodes.card("a");
    String first = send("a");
    talk();

    TwoNodes.Said renewed = done("renew", "--node", nodes.at("a"));
    String second = send("a");
    talk();

    assertThat(renewed.out()).doesNotContain(before).contains("1 nodes are told");
    assertThat(nodes.card("a")).isEqualTo(renewed.out().lines().toList().get(1));
    for (String digest : List.of(first, second)) {
      done("acknowledge", "--node", nodes.at("b"), digest);
    }
    talk();
    for (String digest : List.of(first, second)) {
      assertThat(done("show", "--node", nodes.at("a"), digest).out()).contains("acknowledged");
    }
    send("b");
    talk();
    assertThat(nodes.parley("list", "--node", nodes.at("a")).out()).contains("next: open it");
    assertThat(privateKeys("a")).as("the earlier key is destroyed").isEqualTo(1);
  }

  @Test
  void whatWasSignedBeforeIsProvenByTheCertificatesOfThen() throws Exception {
    String digest = send("a");
    talk();
    done("renew", "--node", nodes.at("a"));
    done("renew", "--node", nodes.at("b"));
    talk();
    done("acknowledge", "--node", nodes.at("b"), digest);
    talk();

    Path out = folder.resolve("proof");
    TwoNodes.Said proof = done("proof", "--node", nodes.at("a"), digest, "--out", out.toString());

    assertThat(proof.err()).contains("has renewed its certificates").contains("proof-2");
    for (Path each : List.of(out, folder.resolve("proof-2"))) {
      assertThat(verified(each)).as(each.toString()).contains("holds");
      assertThat(each.resolve("sender/identity-ecdsa.cer"))
          .hasSameBinaryContentAs(folder.resolve("a/keys/identity-ecdsa.cer"));
    }
    assertThat(out.resolve("receiver/identity-ecdsa.cer"))
        .hasSameBinaryContentAs(folder.resolve("b/keys/identity-ecdsa-2.cer"));
    assertThat(folder.resolve("proof-2/receiver/identity-ecdsa.cer"))
        .hasSameBinaryContentAs(folder.resolve("b/keys/identity-ecdsa.cer"));
  }

  @Test
  void aKeyThatMayBeInOtherHandsIsRevokedAndTheNodeIsHeardAllTheSame() throws Exception {
    String digest = send("b");
    done("renew", "--node", nodes.at("a"), "--lost", "a copy was found");
    talk();
    String later = send("a");
    talk();

    assertThat(done("show", "--node", nodes.at("b"), digest).out()).contains("delivered");
    assertThat(done("show", "--node", nodes.at("b"), later).out()).contains("Control systems");
  }

  /// A crash while the next certificate is written, and one while it is taken away again.
  @Test
  void aRenewalThatWasCutOffLeavesANodeThatStarts() throws IOException {
    String before = nodes.card("a");
    Path next = Files.createDirectories(folder.resolve("a/tls/next"));
    Files.write(next.resolve("tls-key.der"), new byte[] {1});
    assertThat(nodes.card("a")).isEqualTo(before);

    done("renew", "--node", nodes.at("a"));

    assertThat(nodes.card("a")).isNotEqualTo(before);
    assertThat(next).doesNotExist();
    Files.createDirectories(next);
    Files.copy(folder.resolve("a/tls/tls-key.der"), next.resolve("tls-key.der"));
    done("list", "--node", nodes.at("a"));
  }

  /// A server that another program renewed shows the earlier certificate until it is started again.
  @Test
  void aProgramThatRunsOnSaysThatItShowsTheEarlierCertificate() throws Exception {
    List<Beat.Trouble> troubles = new CopyOnWriteArrayList<>();
    try (NodeHome home = NodeHome.open(folder.resolve("a"), Formats.of(List.of())).orThrow()) {
      done("renew", "--node", nodes.at("a"));
      try (Beat beat = Beat.of(home, Set.of(), troubles::add).start()) {
        beat.run(Optional.of(Duration.ofSeconds(3)));
      }
    }
    assertThat(troubles).extracting(Beat.Trouble::where).containsExactly(Beat.Trouble.Where.WIRE);

    troubles.clear();
    try (NodeHome home = NodeHome.open(folder.resolve("a"), Formats.of(List.of())).orThrow();
        Beat beat = Beat.of(home, Set.of(), troubles::add).start()) {
      beat.run(Optional.of(Duration.ofSeconds(3)));
      assertThat(troubles).isEmpty();
    }
  }

  @Test
  void aReasonIsGivenOrNone() {
    TwoNodes.Said said = nodes.parley("renew", "--node", nodes.at("a"), "--lost", " ");

    assertThat(said.status()).isEqualTo(64);
    assertThat(said.err()).contains("--lost");
  }

  private String send(String name) throws IOException {
    Path notice =
        Files.writeString(
            folder.resolve("notice.yaml"),
            TwoNodes.NOTICE.replace("XB/", name.equals("a") ? "XB/" : "XA/"));
    TwoNodes.Said sent = done("send", "--node", nodes.at(name), notice.toString(), "--yes");
    return sent.out().strip().lines().reduce((_, last) -> last).orElseThrow();
  }

  private TwoNodes.Said done(String... words) {
    TwoNodes.Said said = nodes.parley(words);
    assertThat(said.status()).as(said.err()).isZero();
    return said;
  }

  private void talk() throws InterruptedException {
    Thread other =
        Thread.ofPlatform()
            .start(() -> nodes.parley("run", "--node", nodes.at("b"), "--for", "PT9S"));
    nodes.parley("run", "--node", nodes.at("a"), "--for", "PT8S");
    other.join();
  }

  private long privateKeys(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name).resolve("keys"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.startsWith("identity-ecdsa") && file.endsWith(".wrapped"))
          .count();
    }
  }

  private static String verified(Path proof) throws Exception {
    Process process =
        new ProcessBuilder("sh", "verify.sh")
            .directory(proof.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
