package org.parley.seal.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.journal.NoteKey;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Seal;
import org.parley.duties.port.UnreachableException;

/// Writes a proof of exchange as a folder of plain files, with a script that checks it by openssl
/// alone.
public final class ProofFolder {

  private static final List<String> READY = List.of("verify.sh", "independent.go");

  private final Seal seal;

  /// @param seal checks both signatures of every document before it goes into a folder
  public ProofFolder(Seal seal) {
    this.seal = seal;
  }

  /// Writes the folder; refused where a signature does not hold or something is in the folder.
  public Checked<Path> write(Proof proof, Path folder) {
    Checked<Octets> statement =
        seal.verify(proof.statement().signed(), proof.sender().certificates());
    if (!(statement instanceof Checked.Sound<Octets>(Octets content, _))) {
      return new Checked.Refused<>(statement.issues());
    }
    for (Octets file : proof.files()) {
      if (!names(content, file)) {
        return wrong("file " + file.digest().brief(), "the statement names no file of these bytes");
      }
    }
    for (LoggedDocument receipt : proof.receipts()) {
      Checked<Octets> checked = seal.verify(receipt.signed(), proof.receiver().certificates());
      if (checked instanceof Checked.Refused<Octets>(List<Issue> reasons)) {
        return new Checked.Refused<>(reasons);
      }
    }
    try {
      Files.createDirectories(folder);
      if (!isEmpty(folder)) {
        return wrong(folder.toString(), "the folder is not empty");
      }
      fill(proof, content, folder);
      return new Checked.Sound<>(folder, List.of());
    } catch (IOException why) {
      throw new UnreachableException("the proof of exchange cannot be written", why);
    }
  }

  /// As the script looks for it: in the exact words in which statements are written.
  private static boolean names(Octets content, Octets file) {
    return content
        .shown()
        .contains("\"bytes\":%d,\"sha256\":\"%s\"}".formatted(file.size(), file.digest().hex()));
  }

  private static Checked<Path> wrong(String where, String message) {
    return new Checked.Refused<>(
        List.of(new Issue(IssueCode.PROOF_WRONG, Place.of(where), message, Optional.empty())));
  }

  private static void fill(Proof proof, Octets content, Path folder) throws IOException {
    side(proof.sender(), folder.resolve("sender"));
    side(proof.receiver(), folder.resolve("receiver"));
    write(folder.resolve("statement.p7s"), proof.statement().signed());
    logged(proof.statement(), folder.resolve("sender"), "statement");
    int file = 0;
    for (Octets bytes : proof.files()) {
      write(folder.resolve("file-" + ++file), bytes);
    }
    int number = 0;
    for (LoggedDocument receipt : proof.receipts()) {
      String name = "receipt-" + ++number;
      write(folder.resolve(name + ".p7s"), receipt.signed());
      logged(receipt, folder.resolve("receiver"), name);
    }
    StringBuilder witnesses = new StringBuilder("quorum " + proof.quorum() + "\n");
    for (NoteKey witness : proof.witnesses()) {
      witnesses.append(witness).append('\n');
    }
    write(folder.resolve("witnesses.txt"), Octets.of(witnesses.toString()));
    for (String name : READY) {
      write(folder.resolve(name), Octets.of(resource(name)));
    }
    write(folder.resolve("README.txt"), Octets.of(readme(proof, content)));
  }

  private static String readme(Proof proof, Octets content) throws IOException {
    return resource("README.txt")
        .replace("{from}", proof.sender().node().toString())
        .replace("{to}", proof.receiver().node().toString())
        .replace("{statement}", content.digest().hex())
        .replace("{senderFingerprint}", proof.sender().certificates().fingerprint().hex())
        .replace("{receiverFingerprint}", proof.receiver().certificates().fingerprint().hex());
  }

  private static void side(Side side, Path folder) throws IOException {
    Files.createDirectory(folder);
    write(folder.resolve("identity-ecdsa.cer"), side.certificates().classical());
    write(folder.resolve("identity-ml-dsa.cer"), side.certificates().postQuantum());
    if (side.log().isPresent()) {
      log(side.log().get(), folder);
    } else {
      write(
          folder.resolve("no-log.txt"),
          Octets.of("The log of " + side.node() + " was not at hand for this folder.\n"));
    }
    if (side.directory().isPresent()) {
      LoggedDocument entry = side.directory().get();
      write(folder.resolve("directory-entry.p7s"), entry.signed());
      logged(entry, folder, "directory-entry");
    }
  }

  private static void log(Side.LogHead log, Path folder) throws IOException {
    write(folder.resolve("log-key.txt"), Octets.of(log.key() + "\n"));
    write(folder.resolve("checkpoint.txt"), log.checkpoint().bytes());
    int number = 0;
    for (Side.Stamp stamp : log.stamps()) {
      String name = "time-stamp-" + ++number;
      write(folder.resolve(name + ".der"), stamp.token());
      write(folder.resolve(name + ".pem"), Octets.of(pem(stamp.authority())));
    }
  }

  private static void logged(LoggedDocument document, Path folder, String name) throws IOException {
    if (document.place().isEmpty()) {
      return;
    }
    LoggedDocument.Place place = document.place().get();
    write(folder.resolve(name + ".entry"), place.entry());
    StringBuilder proof = new StringBuilder();
    proof.append("index ").append(place.proof().index()).append('\n');
    proof.append("size ").append(place.proof().size()).append('\n');
    place.proof().path().forEach(hash -> proof.append("hash ").append(hash).append('\n'));
    write(folder.resolve(name + ".proof"), Octets.of(proof.toString()));
  }

  private static String pem(Octets certificate) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.toArray())
        + "\n-----END CERTIFICATE-----\n";
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ProofFolder.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program has lost its part " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  private static void write(Path file, Octets bytes) throws IOException {
    Files.write(file, bytes.toArray());
  }
}
