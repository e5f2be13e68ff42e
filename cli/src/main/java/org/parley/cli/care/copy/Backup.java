package org.parley.cli.care.copy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.parley.core.issue.IssueCode;
import org.parley.seal.age.LockingStream;
import org.parley.seal.key.Secret;

/// One locked file with a whole node in it, taken while the node works. It has its name only when
/// it was read back and is as it should be.
public final class Backup {

  private Backup() {}

  /// What is to be taken.
  ///
  /// @param secret whether what opens the node's keys goes too
  /// @param program the version that takes it
  public record Order(NodeFiles node, boolean secret, String program) {}

  /// Takes a backup; refused where there is a file of that name already.
  public static Manifest take(Order order, Path to, Secret password, Instant now)
      throws IOException, Refusal {
    if (Files.exists(to)) {
      throw refusal(to, "there is a file already", "Choose another name; nothing is overwritten.");
    }
    Path folder = OwnFiles.folderOf(to);
    if (!Files.isDirectory(folder)) {
      throw refusal(to, "there is no folder " + folder, "Make the folder first.");
    }
    Path begun = folder.resolve(to.getFileName() + ".part-" + ProcessHandle.current().pid());
    try {
      Manifest taken = write(order, begun, password, now);
      Manifest read = CheckCopy.of(new LockedParts(begun, password));
      if (!read.equals(taken)) {
        throw refusal(
            to, "what was read back is not what was written", "Look at the disk: parley doctor.");
      }
      Files.move(begun, to, StandardCopyOption.ATOMIC_MOVE);
      OwnFiles.forceNames(folder);
      return taken;
    } finally {
      Files.deleteIfExists(begun);
    }
  }

  private static Refusal refusal(Path to, String message, String remedy) {
    return new Refusal(IssueCode.FILE_NOT_WRITTEN, to.toString(), message, remedy);
  }

  private static Manifest write(Order order, Path begun, Secret password, Instant now)
      throws IOException, Refusal {
    OwnFiles.make(begun);
    Manifest manifest;
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(begun), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(new LockingStream(file, password))) {
      zip.setLevel(5);
      TakeCopy.Contents contents =
          new TakeCopy.Contents(order.node().carried(order.secret()), Set.of());
      manifest =
          new TakeCopy(order.node(), (name, writing) -> entry(zip, name, writing), contents)
              .run(now, order.program());
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    OwnFiles.force(begun);
    return manifest;
  }

  private static void entry(ZipOutputStream zip, String name, Sink.Writing writing)
      throws IOException, Refusal {
    ZipEntry entry = new ZipEntry(name);
    // The same content gives the same archive, whenever it is taken.
    entry.setTime(0);
    zip.putNextEntry(entry);
    writing.to(zip);
    zip.closeEntry();
  }

  /// Reads a backup to its end and compares it with its own list; nothing is put anywhere.
  public static Manifest check(Path file, Secret password) throws IOException, Refusal {
    if (!Files.isRegularFile(file)) {
      throw new Refusal(
          IssueCode.NO_BACKUP, file.toString(), "there is no such file", "Say which file it is.");
    }
    return CheckCopy.of(new LockedParts(file, password));
  }
}
