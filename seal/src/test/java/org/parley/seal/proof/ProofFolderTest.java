package org.parley.seal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.issue.Checked;
import org.parley.seal.Tool;

/// The folder is checked by its own script, which knows nothing of Parley, and every part of it is
/// changed once.
class ProofFolderTest {

  /// As the tool hands it on, byte for byte.
  private static final String NAME =
      new String("\"hosts ё.txt\"".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

  private static final Map<String, String> WITHOUT_GO = Map.of("WITHOUT_GO", "1");

  @TempDir private static Path shared;

  @TempDir private Path own;

  private static Path folder;

  @BeforeAll
  static void writeOne() {
    folder = Exchanged.folder(shared.resolve("proof"));
  }

  @Test
  void theScriptFindsThatAllHoldsAndSaysWhatItDidNotCheck() {
    Tool.need("openssl");

    Tool.Outcome outcome = Tool.run(folder, WITHOUT_GO, "sh", "verify.sh");

    assertThat(outcome.said()).contains("All that was checked holds.");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.said())
        .contains("holds: statement:", "holds: receipt-1:", "holds: receipt-2:")
        .contains("holds: sender/time-stamp-1.der:", "2 witnesses saw it")
        .contains("NOT CHECKED: the ML-DSA signatures", "NOT CHECKED: the logs by an independent")
        .contains("NOT CHECKED: whether a certificate was revoked");
  }

  @Test
  void withoutTheReceiversLogItSaysWhatIsNotChecked() {
    Tool.need("openssl");
    Path less = Exchanged.withoutTheReceiversLog(own.resolve("proof"));

    Tool.Outcome outcome = Tool.run(less, WITHOUT_GO, "sh", "verify.sh");

    assertThat(outcome.code()).as(outcome.said()).isZero();
    assertThat(outcome.said())
        .contains("holds: receipt-1:", "NOT CHECKED: receiver: its log is not in the folder")
        .contains("NOT CHECKED: receipt-1: that the receiver recorded it");
  }

  @Test
  void theFilesInTheFolderAreHeldAgainstTheStatement() throws IOException {
    Tool.need("openssl");
    assertThat(Files.readAllBytes(folder.resolve("file-1"))).isEqualTo(Exchanged.FILE.toArray());

    Tool.Outcome outcome = Tool.run(folder, WITHOUT_GO, "sh", "verify.sh");

    assertThat(outcome.said())
        .contains("holds: file-1: the statement names a file of exactly these bytes, " + NAME)
        .contains("NOT CHECKED: the file \"b.log\" that the statement names: it is not here")
        .contains("NOT CHECKED: whether the receiver has the files");
  }

  @Test
  void aFileFromElsewhereIsHeldAgainstTheStatementToo() throws IOException {
    Tool.need("openssl");
    Path file = Files.write(own.resolve("given by hand"), Exchanged.OTHER_FILE.toArray());
    Path strange = Files.writeString(own.resolve("strange"), "ein zweitez");

    Tool.Outcome named = Tool.run(folder, WITHOUT_GO, "sh", "verify.sh", file.toString());
    Tool.Outcome other = Tool.run(folder, WITHOUT_GO, "sh", "verify.sh", strange.toString());
    Tool.Outcome below =
        Tool.run(own, WITHOUT_GO, "sh", folder.resolve("verify.sh").toString(), "given by hand");

    assertThat(named.code()).as(named.said()).isZero();
    assertThat(named.said()).contains("bytes, \"b.log\"").doesNotContain("it is not here");
    assertThat(below.said()).contains("holds: given by hand: the statement names a file");
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.said()).contains("strange: the statement names no file of these bytes");
  }

  @Test
  void aFileThatTheStatementDoesNotNameGetsIntoNoFolder() {
    assertThat(Exchanged.withAStrangeFile(own.resolve("proof")))
        .isInstanceOf(Checked.Refused.class);
    assertThat(own.resolve("proof")).doesNotExist();
  }

  @Test
  void anIndependentVerifierOfLogsAgrees() {
    Tool.need("openssl");
    Tool.need("go");

    Tool.Outcome outcome = Tool.run(folder, "sh", "verify.sh");

    assertThat(outcome.said()).contains("All that was checked holds.");
    if (Files.isDirectory(Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb"))) {
      assertThat(outcome.said()).contains("the independent verifier agrees: 5 entries");
    } else {
      System.out.println("skipped: x/mod/sumdb is not installed");
    }
  }

  @Test
  void eachSingleChangeIsRefusedWithAMessageOfItsOwn() throws IOException {
    Tool.need("openssl");
    Map<String, String> said = new HashMap<>();
    for (Map.Entry<String, Mutation> one : mutations().entrySet()) {
      Path changed = copy(own.resolve(one.getKey().replaceAll("[^a-z0-9]", "-")));
      one.getValue().in(changed);

      Tool.Outcome outcome = Tool.run(changed, WITHOUT_GO, "sh", "verify.sh");

      assertThat(outcome.code()).as(one.getKey() + "\n" + outcome.said()).isEqualTo(1);
      String refusal =
          outcome
              .said()
              .lines()
              .filter(line -> line.startsWith("REFUSED: "))
              .findFirst()
              .orElse("");
      assertThat(refusal).as(one.getKey()).isNotEmpty();
      assertThat(said.putIfAbsent(refusal, one.getKey()))
          .as("%s and another give the one message %s", one.getKey(), refusal)
          .isNull();
      System.out.println(one.getKey() + " -> " + refusal);
    }
    assertThat(said).hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void aDocumentWhoseSecondSignatureDoesNotHoldGetsIntoNoFolder() {
    assertThat(Exchanged.stripped(own.resolve("proof"))).isInstanceOf(Checked.Refused.class);
  }

  /// A change of one part.
  @FunctionalInterface
  private interface Mutation {
    void in(Path folder) throws IOException;
  }

  private static Map<String, Mutation> mutations() {
    Map<String, Mutation> all = new LinkedHashMap<>();
    all.put("a word of the statement", bytes("statement.p7s", "canary", "kanary"));
    all.put("a word of a receipt", bytes("receipt-1.p7s", "delivered", "delivexed"));
    all.put("a word of another receipt", bytes("receipt-2.p7s", "acknowledged", "acknowledgex"));
    all.put("a byte behind the statement", appended("statement.p7s"));
    all.put("a byte of a file", flipped("file-1", 0));
    all.put("the statement by another", Exchanged::statementByTheReceiver);
    all.put("a receipt of another statement", Exchanged::receiptOfAnother);
    all.put(
        "no receipt",
        at -> {
          Files.delete(at.resolve("receipt-1.p7s"));
          Files.delete(at.resolve("receipt-2.p7s"));
        });
    all.put("the sender's first certificate", flipped("sender/identity-ecdsa.cer", -3));
    all.put("the receiver's second certificate", flipped("receiver/identity-ml-dsa.cer", -3));
    all.put("the sender's log key", text("sender/log-key.txt", "XA", "XZ"));
    all.put("the receiver's log key", text("receiver/log-key.txt", "XB", "XZ"));
    all.put("the size of the sender's log", text("sender/checkpoint.txt", "\n9\n", "\n8\n"));
    all.put("the origin of the receiver's log", text("receiver/checkpoint.txt", "XB", "XY"));
    all.put("a proof for another size", text("sender/statement.proof", "size 9", "size 8"));
    all.put("a proof for another place", text("receiver/receipt-2.proof", "index 6", "index 5"));
    all.put("a proof without its last hash", at -> cutLast(at.resolve("sender/statement.proof")));
    all.put("a proof with a hash twice", at -> doubleLast(at.resolve("receiver/receipt-1.proof")));
    all.put("a place outside the tree", text("receiver/receipt-2.proof", "index 6", "index 9"));
    all.put("the time in the sender's entry", text("sender/statement.entry", "at 2026", "at 2025"));
    all.put("the digest in an entry", at -> otherDigest(at.resolve("receiver/receipt-1.entry")));
    all.put("a quorum that is not there", text("witnesses.txt", "quorum 2", "quorum 3"));
    all.put("the quorum left out", text("witnesses.txt", "quorum 2\n", ""));
    all.put("a witness's key", text("witnesses.txt", "XD", "XE"));
    all.put(
        "a cosignature of the sender's log", at -> lastLine(at.resolve("sender/checkpoint.txt")));
    all.put("the sender's time stamp", flipped("sender/time-stamp-1.der", -3));
    all.put("the receiver's time stamp", Exchanged::stampOfAnother);
    all.put("the sender's directory entry", bytes("sender/directory-entry.p7s", "csirt", "csirx"));
    all.put("the missing checkpoint", at -> Files.delete(at.resolve("sender/checkpoint.txt")));
    all.put("a missing entry", at -> Files.delete(at.resolve("receiver/receipt-1.entry")));
    return all;
  }

  private static Mutation bytes(String file, String from, String to) {
    return at -> {
      Path path = at.resolve(file);
      String all = Files.readString(path, StandardCharsets.ISO_8859_1);
      int place = all.lastIndexOf(from, all.indexOf("parley-suite"));
      assertThat(place).as("%s in %s", from, file).isNotNegative();
      Files.writeString(
          path,
          all.substring(0, place) + to + all.substring(place + from.length()),
          StandardCharsets.ISO_8859_1);
    };
  }

  private static Mutation text(String file, String from, String to) {
    return at -> {
      Path path = at.resolve(file);
      String all = Files.readString(path);
      assertThat(all).contains(from);
      Files.writeString(path, all.replaceFirst(Pattern.quote(from), to));
    };
  }

  /// @param place counted from the end where it is negative
  private static Mutation flipped(String file, int place) {
    return at -> {
      byte[] all = Files.readAllBytes(at.resolve(file));
      all[place < 0 ? all.length + place : place] ^= 1;
      Files.write(at.resolve(file), all);
    };
  }

  private static Mutation appended(String file) {
    return at -> {
      byte[] all = Files.readAllBytes(at.resolve(file));
      Files.write(at.resolve(file), Arrays.copyOf(all, all.length + 1));
    };
  }

  private static void cutLast(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() - 1));
  }

  private static void doubleLast(Path file) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add(lines.getLast());
    Files.write(file, lines);
  }

  private static void otherDigest(Path file) throws IOException {
    Files.writeString(
        file, Files.readString(file).replaceFirst("digest [0-9a-f]", "digest g".replace('g', '0')));
    String all = Files.readString(file);
    Files.writeString(file, all.replaceFirst("digest 0[0-9a-f]", "digest 00"));
  }

  /// Changes a character within the signature of the last line.
  private static void lastLine(Path file) throws IOException {
    String all = Files.readString(file);
    int at = all.length() - 20;
    char other = all.charAt(at) == 'A' ? 'B' : 'A';
    Files.writeString(file, all.substring(0, at) + other + all.substring(at + 1));
  }

  private static Path copy(Path to) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path from : all.toList()) {
        Files.copy(from, to.resolve(folder.relativize(from).toString()));
      }
    }
    return to;
  }
}
