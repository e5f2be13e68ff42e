package org.parley.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log stamped by an authority that is none of ours: OpenSSL's, behind a door on the loopback. */
class StampedProofTest {

  @TempDir private Path folder;
  private TwoNodes nodes;

  @BeforeEach
  void nodes() {
    assumeTrue(OpensslAuthority.isThere(), "skipped: no openssl, so nothing was stamped");
    nodes = new TwoNodes(folder);
  }

  private void stampedBy(OpensslAuthority authority) throws IOException {
    Files.writeString(
        folder.resolve("a").resolve("node.yaml"),
        """
        time-stamps:
          - address: "%s"
            certificate: "%s"
        """
            .formatted(
                authority.address(), Base64.getEncoder().encodeToString(authority.certificate())),
        StandardOpenOption.APPEND);
  }

  @Test
  void theProofHasTheAuthoritysTimeAndAnotherTokenIsRefused() throws Exception {
    nodes.node("a", "XA/csirt", "127.0.0.1:" + TwoNodes.freePort());
    nodes.node("b", "XB/csirt", "127.0.0.1:" + TwoNodes.freePort());
    nodes.introduce("a", "b");
    nodes.introduce("b", "a");
    try (OpensslAuthority authority = new OpensslAuthority(folder.resolve("authority"))) {
      stampedBy(authority);
      String digest = sentAndReceipted();
      assertThat(nodes.parley("checkpoint", "--node", nodes.at("a")).out())
          .contains("stamped by 1");

      TwoNodes.Said written =
          nodes.parley("proof", "--node", nodes.at("a"), digest, "--out", nodes.at("proof"));
      assertThat(written.status()).as(written.err()).isZero();
      assertThat(verified())
          .contains("time-stamp-1")
          .contains("All that was checked holds.")
          .doesNotContain("REFUSED");

      Path token = folder.resolve("proof/sender/time-stamp-1.der");
      Files.write(token, authority.stamp("another text".getBytes(StandardCharsets.UTF_8)));
      assertThat(verified()).contains("REFUSED").contains("time-stamp-1");
    }
  }

  @Test
  void anAuthorityThatDoesNotAnswerIsToldAndAskedAgain() throws Exception {
    nodes.node("a", "XA/csirt", "127.0.0.1:" + TwoNodes.freePort());
    OpensslAuthority authority = new OpensslAuthority(folder.resolve("authority"));
    stampedBy(authority);
    authority.close();
    nodes.card("a");

    TwoNodes.Said said = nodes.parley("checkpoint", "--node", nodes.at("a"));

    assertThat(said.status()).isZero();
    assertThat(said.err()).contains("no time stamp").contains("does not answer");
    try (OpensslAuthority back = authority.again()) {
      assertThat(nodes.parley("checkpoint", "--node", nodes.at("a")).out())
          .contains("stamped by 1");
      long asked = back.asked();
      nodes.parley("checkpoint", "--node", nodes.at("a"));
      assertThat(back.asked()).as("what is stamped is not shown again").isEqualTo(asked);
    }
  }

  /** By a folder that is carried there and back: no door and no waiting. */
  private String sentAndReceipted() throws IOException {
    Path notice = Files.writeString(folder.resolve("notice.yaml"), TwoNodes.NOTICE);
    String digest =
        nodes
            .parley("send", "--node", nodes.at("a"), notice.toString(), "--yes")
            .out()
            .strip()
            .lines()
            .reduce((_, last) -> last)
            .orElseThrow();
    String stick = Files.createDirectory(folder.resolve("stick")).toString();
    nodes.parley("folder", "write", "--node", nodes.at("a"), stick);
    nodes.parley("folder", "read", "--node", nodes.at("b"), stick);
    nodes.parley("folder", "write", "--node", nodes.at("b"), stick);
    nodes.parley("folder", "read", "--node", nodes.at("a"), stick);
    return digest;
  }

  private String verified() throws IOException, InterruptedException {
    Process check =
        new ProcessBuilder("sh", folder.resolve("proof").resolve("verify.sh").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    check.waitFor();
    return said;
  }
}
