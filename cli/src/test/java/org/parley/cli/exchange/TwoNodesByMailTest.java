package org.parley.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.terms.Digest;

/** Two nodes that nobody can reach exchange by mail; the mail server reads nothing. */
class TwoNodesByMailTest {

  private static final String CANARY = "canary-40917-bird";

  @TempDir private Path folder;
  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  private TwoNodes nodes = new TwoNodes(Path.of("."));

  @BeforeEach
  void twoNodesWithAMailboxEach() throws IOException {
    mail.start();
    nodes = new TwoNodes(folder);
    nodes.node("a", "XA/csirt", "127.0.0.1:1");
    nodes.node("b", "XB/csirt", "127.0.0.1:1");
    useMail("a", "node@xa.example");
    useMail("b", "node@xb.example");
    nodes.card("a");
    nodes.introduce("a", "b");
    nodes.introduce("b", "a");
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  @Test
  void aNoticeAndItsAcknowledgementGoByMailAsALabelledLowerGrade() throws Exception {
    Path notice =
        Files.writeString(
            folder.resolve("notice.yaml"), TwoNodes.NOTICE.replace("substations", CANARY));
    nodes.parley("send", "--node", nodes.at("a"), notice.toString(), "--yes");
    Digest statement = Truth.sent(folder.resolve("a"));

    run("a");
    assertThat(mail.getReceivedMessages()).isNotEmpty();
    for (var each : mail.getReceivedMessages()) {
      assertThat(new String(each.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .doesNotContain(CANARY)
          .doesNotContain("XB/technical");
    }
    run("b");
    assertThat(Truth.received(folder.resolve("b"))).containsExactly("C3");
    nodes.parley("show", "--node", nodes.at("b"), statement.toString());
    TwoNodes.Said acknowledged =
        nodes.parley("acknowledge", "--node", nodes.at("b"), statement.toString());
    assertThat(acknowledged.status()).as(acknowledged.err()).isZero();
    run("b");
    run("a");

    assertThat(nodes.parley("list", "--node", nodes.at("a")).out()).contains("acknowledged");
  }

  @Test
  void aMailboxThatRefusesIsToldAndNothingIsLost() throws Exception {
    Path notice = Files.writeString(folder.resolve("notice.yaml"), TwoNodes.NOTICE);
    nodes.parley("send", "--node", nodes.at("a"), notice.toString(), "--yes");
    mail.setUser("node@xa.example", "node@xa.example", "changed");

    TwoNodes.Said told = nodes.parley("run", "--node", nodes.at("a"), "--once");

    assertThat(mail.getReceivedMessages()).isEmpty();
    assertThat(told.err()).isNotEmpty();
    assertThat(nodes.parley("list", "--node", nodes.at("a")).out()).contains("dispatched");
  }

  private void run(String node) {
    TwoNodes.Said ran = nodes.parley("run", "--node", nodes.at(node), "--once");
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  private void useMail(String name, String address) throws IOException {
    mail.setUser(address, address, "secret");
    Files.writeString(
        folder.resolve(name).resolve("node.yaml"),
        """
        mail:
          address: "%s"
          user: "%s"
          password: "secret"
          smtp: "127.0.0.1:%d"
          imap: "127.0.0.1:%d"
          tls: "no"
        """
            .formatted(address, address, mail.getSmtp().getPort(), mail.getImap().getPort()),
        StandardOpenOption.APPEND);
  }
}
