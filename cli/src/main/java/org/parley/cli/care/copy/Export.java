package org.parley.cli.care.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.parley.core.issue.IssueCode;
import org.parley.formats.library.Library;

/// All that a State owns in a node, as open files in a folder: for whoever leaves, audits or moves.
/// Its rows can be put into an empty node. Nothing in it signs, opens or lets in: keys, passwords
/// and settings stay behind.
public final class Export {

  private static final Set<String> LEFT_OUT =
      Set.of("people/secret", "people/passkey", "people/identity");

  private static final String README =
      """
      All that this node holds, taken by parley export.

      incidents/   each incident, readable: its marking stands inside
      statements/  what was said between States: the signed bytes, their content, and plain text
      directory/   what each party says of itself, the newest entry
      journal/     where the journal stood, and the heads that were shown to others
      books/       every row of the books, a line of JSON each; octets are in Base64
      people/      every account; passwords, passkeys, linked identities and sessions were left out
      manifest.json  the SHA-256, size and rows of each file
      SHA256SUMS     the same for: sha256sum -c SHA256SUMS

      parley import DIR --data NEWDIR puts it into an empty node.
      The files are not locked: keep them as their markings say.
      """;

  private Export() {}

  /// Writes the folder, which has its name only when all is in it.
  public static Manifest take(NodeFiles node, Path to, Library library, Instant now, String program)
      throws IOException, Refusal {
    Path goal = to.toAbsolutePath().normalize();
    if (Files.exists(goal)) {
      throw new Refusal(
          IssueCode.FILE_NOT_WRITTEN,
          to.toString(),
          "there is something already",
          "Choose another name; nothing is overwritten.");
    }
    Path staging =
        goal.resolveSibling("." + goal.getFileName() + ".begun-" + ProcessHandle.current().pid());
    OwnFiles.makeFolder(staging);
    try {
      TakeCopy copy =
          new TakeCopy(node, new FolderSink(staging), new TakeCopy.Contents(Map.of(), LEFT_OUT));
      copy.add("README.txt", org.parley.core.terms.Octets.of(README));
      new ForPeople(node, library, copy).write();
      Manifest manifest = copy.run(now, program);
      OwnFiles.write(staging.resolve("SHA256SUMS"), TakeCopy.utf8(sums(manifest)));
      if (!CheckCopy.of(new FolderParts(staging)).equals(manifest)) {
        throw new Refusal(
            IssueCode.FILE_NOT_WRITTEN,
            to.toString(),
            "what was read back is not what was written",
            "Look at the disk: parley doctor.");
      }
      Files.move(staging, goal, StandardCopyOption.ATOMIC_MOVE);
      OwnFiles.forceNames(OwnFiles.folderOf(goal));
      return manifest;
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    } finally {
      OwnFiles.remove(staging);
    }
  }

  private static String sums(Manifest manifest) {
    StringBuilder sums = new StringBuilder();
    manifest.parts().forEach(part -> sums.append(part.sha256().hex() + "  " + part.name() + "\n"));
    return sums.toString();
  }
}
