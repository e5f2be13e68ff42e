package org.parley.cli.care.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// The note in a node's folder of its newest backup: one line with the moment, one with the file.
///
/// @param file as it was named then
public record LastBackup(Instant made, String file) {

  private static final String NAME = "last-backup";

  public static void note(NodeFiles node, Path file, Manifest taken) throws IOException {
    Path begun = node.folder().resolve(NAME + ".new");
    Files.deleteIfExists(begun);
    OwnFiles.write(
        begun, TakeCopy.utf8(taken.made() + "\n" + file.toAbsolutePath().normalize() + "\n"));
    Files.move(
        begun,
        node.folder().resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// The newest, if one was noted.
  public static Optional<LastBackup> of(Path folder) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(NAME));
      return lines.size() < 2
          ? Optional.empty()
          : Optional.of(new LastBackup(Instant.parse(lines.get(0)), lines.get(1)));
    } catch (IOException | DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
