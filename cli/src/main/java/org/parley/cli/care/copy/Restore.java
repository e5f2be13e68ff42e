package org.parley.cli.care.copy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.IssueCode;
import org.parley.duties.port.UnreachableException;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Restorations;
import org.parley.seal.key.Secret;
import org.parley.store.SqlBooks;

/// Brings a node back from a copy, into a folder and databases that are empty. The copy is read to
/// its end before a file is made, and the folder has its name only when the journal's root was
/// computed again from what is in the databases, and is the same.
public final class Restore {

  private final Path folder;
  private final Optional<String> database;
  private final InstantSource clock;

  /// What came back.
  public record Outcome(Manifest manifest, Restorations.Restored noted) {}

  /// @param folder new, or empty
  /// @param database a JDBC URL; empty for files in the folder
  public Restore(Path folder, Optional<String> database, InstantSource clock) {
    this.folder = folder.toAbsolutePath().normalize();
    this.database = database;
    this.clock = clock;
  }

  public Outcome fromBackup(Path file, Secret password) throws IOException, Refusal {
    refuseTaken();
    return put(new LockedParts(file, password), Backup.check(file, password));
  }

  public Outcome fromExport(Path export) throws IOException, Refusal {
    refuseTaken();
    Parts parts = new FolderParts(export);
    return put(parts, CheckCopy.of(parts));
  }

  private void refuseTaken() throws IOException, Refusal {
    if (Files.exists(folder) && !isEmptyFolder()) {
      throw new Refusal(
          IssueCode.NOT_EMPTY_THERE,
          folder.toString(),
          "there is something already",
          "Choose a new folder; nothing is overwritten.");
    }
    if (!Files.isDirectory(OwnFiles.folderOf(folder))) {
      throw new Refusal(
          IssueCode.FILE_NOT_WRITTEN,
          folder.toString(),
          "there is no folder " + OwnFiles.folderOf(folder),
          "Make that folder first.");
    }
  }

  private boolean isEmptyFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (DirectoryStream<Path> in = Files.newDirectoryStream(folder)) {
      return !in.iterator().hasNext();
    }
  }

  private Outcome put(Parts parts, Manifest manifest) throws IOException, Refusal {
    Path staging =
        folder.resolveSibling(
            "." + folder.getFileName() + ".begun-" + ProcessHandle.current().pid());
    OwnFiles.makeFolder(staging);
    try {
      fill(staging, parts, manifest);
      Restorations.Restored noted = prove(staging, manifest);
      Files.deleteIfExists(folder);
      Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
      OwnFiles.forceNames(OwnFiles.folderOf(folder));
      return new Outcome(manifest, noted);
    } finally {
      OwnFiles.remove(staging);
    }
  }

  private void fill(Path staging, Parts parts, Manifest manifest) throws IOException, Refusal {
    try (PutCopy put = new PutCopy(staging, database, manifest)) {
      put.fill(parts);
      put.commit();
    } catch (UnreachableException taken) {
      throw new Refusal(
          IssueCode.NOT_EMPTY_THERE,
          database.orElse(folder.toString()),
          String.valueOf(taken.getMessage()),
          "Say an empty database that this program may use, or none for files in the folder.");
    }
  }

  /// Computes the root of the journal anew from what is in the books now, looks at every row, and
  /// notes that the node came back.
  private Restorations.Restored prove(Path staging, Manifest manifest) throws Refusal {
    String url = database.orElse("jdbc:sqlite:" + staging.resolve("books.db"));
    try (SqlBooks books = SqlBooks.open(url)) {
      List<String> damage = books.damage();
      Journal.Logged head = books.look(book -> new Journal(book).last());
      if (!damage.isEmpty()
          || head.size() != manifest.journal().size()
          || !head.root().equals(manifest.journal().root())) {
        throw new Refusal(
            IssueCode.COPY_NOT_WHOLE,
            "the journal",
            damage.isEmpty() ? "its root is not the one of the copy" : damage.getFirst(),
            "Look at disk and database, empty them, and restore again.");
      }
      return books.change(book -> new Restorations(book).note(clock.instant(), manifest.made()));
    }
  }
}
