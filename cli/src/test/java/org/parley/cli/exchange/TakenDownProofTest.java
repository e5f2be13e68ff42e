package org.parley.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.carriage.OutsideReply;
import org.parley.core.exchange.ledger.Command;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.desk.Shelf;
import org.parley.duties.ActOnStatement;
import org.parley.exchange.NodeHome;

/** The other side answers by telephone and by mail; the proof of the exchange is written then. */
class TakenDownProofTest {

  private static final String SAID = "The turbine hall is empty\nand nobody is hurt";
  private static final Octets MAIL =
      Octets.of("From: duty@xb.example\r\nSubject: Re\r\n\r\nThe line is open again.\r\n");
  private static final OfficeId BIRCH = OfficeId.parse("XB/technical").orElseThrow();

  @TempDir private Path folder;

  @Test
  void whatWasTakenDownLiesBesideTheProofUnderItsGradeAndTheScriptNeverCountsIt() throws Exception {
    TwoNodes nodes = new TwoNodes(folder);
    String digest = delivered(nodes);
    proof(nodes, digest, "before");
    assertThat(names("before")).noneMatch(name -> name.startsWith("taken-down"));

    answered(nodes, new Digest(digest));
    proof(nodes, digest, "after");

    String letter = "taken-down-" + MAIL.digest().brief() + ".eml";
    String told = Files.readString(folder.resolve("after").resolve("taken-down.txt"));
    assertThat(told)
        .contains("lower grade than a receipt")
        .contains("not checked by verify.sh")
        .contains("answered-partly by telephone, taken-down")
        .contains("    The turbine hall is empty\n    and nobody is hurt")
        .contains("answered by mail, taken-down, " + letter + " (unsigned)");
    assertThat(Files.readAllBytes(folder.resolve("after").resolve(letter)))
        .isEqualTo(MAIL.toArray());

    String checked = verified("after");
    assertThat(checked).contains("All that was checked holds.").doesNotContain("taken-down");
    Files.writeString(folder.resolve("after").resolve("taken-down.txt"), "They agreed to all.");
    Files.delete(folder.resolve("after").resolve(letter));
    assertThat(verified("after")).isEqualTo(checked);
  }

  /// A notice of a has come to b; its digest.
  private String delivered(TwoNodes nodes) throws Exception {
    nodes.node("a", "XA/csirt", "127.0.0.1:" + TwoNodes.freePort());
    nodes.node("b", "XB/csirt", "127.0.0.1:" + TwoNodes.freePort());
    nodes.introduce("a", "b");
    nodes.introduce("b", "a");
    Path notice = Files.writeString(folder.resolve("notice.yaml"), TwoNodes.NOTICE);
    String sent = nodes.parley("send", "--node", nodes.at("a"), notice.toString(), "--yes").out();
    Thread other =
        Thread.ofPlatform()
            .start(() -> nodes.parley("run", "--node", nodes.at("b"), "--for", "PT40S"));
    for (int attempt = 0;
        attempt < 20 && !nodes.parley("list", "--node", nodes.at("a")).out().contains("delivered");
        attempt++) {
      nodes.parley("run", "--node", nodes.at("a"), "--for", "PT2S");
    }
    other.interrupt();
    other.join();
    return sent.strip().lines().reduce((_, last) -> last).orElseThrow();
  }

  /// An officer of a takes down a call, and then a mail that nobody signed.
  private void answered(TwoNodes nodes, Digest statement) {
    Instant when = Instant.now().minus(Duration.ofMinutes(1));
    OutsideReply call =
        new OutsideReply(
            OutsideReply.Says.ANSWERED_PARTLY,
            OutsideReply.Way.TELEPHONE,
            when,
            SAID,
            Optional.empty());
    OutsideReply mail =
        new OutsideReply(
            OutsideReply.Says.ANSWERED,
            OutsideReply.Way.MAIL,
            when,
            "The line is open again",
            Optional.of(
                new OutsideReply.Letter(
                    MAIL.digest(), OutsideReply.Finding.UNSIGNED, Optional.empty())));
    Hand officer = new Hand(OfficeId.parse("XA/technical").orElseThrow(), "officer");
    try (NodeHome home =
        NodeHome.open(Path.of(nodes.at("a")), Shelf.library(Optional.empty()).formats())
            .orThrow()) {
      ActOnStatement act = new ActOnStatement(home.station());
      act.takeDown(
              new Realm.Real(),
              new Command.TakeDown(statement, BIRCH, officer, call),
              Optional.empty())
          .orThrow();
      act.takeDown(
              new Realm.Real(),
              new Command.TakeDown(statement, BIRCH, officer, mail),
              Optional.of(MAIL))
          .orThrow();
    }
  }

  private void proof(TwoNodes nodes, String digest, String name) {
    TwoNodes.Said written =
        nodes.parley("proof", "--node", nodes.at("a"), digest, "--out", nodes.at(name));
    assertThat(written.status()).as(written.err()).isZero();
  }

  private List<String> names(String name) throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(each -> each.getFileName().toString()).toList();
    }
  }

  private String verified(String name) throws Exception {
    Process check =
        new ProcessBuilder("sh", folder.resolve(name).resolve("verify.sh").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    check.waitFor();
    return said;
  }
}
