package org.parley.cli.care.copy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.parley.core.issue.IssueCode;
import org.parley.seal.age.LockedFileException;
import org.parley.seal.age.UnlockingStream;
import org.parley.seal.key.Secret;

/// The parts of a backup: a ZIP archive inside a file that a password locks.
record LockedParts(Path file, Secret password) implements Parts {

  @Override
  public void each(Taking taking) throws IOException, Refusal {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        UnlockingStream open = new UnlockingStream(in, password);
        ZipInputStream zip = new ZipInputStream(open)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        taking.take(entry.getName(), zip);
      }
      // The directory of the archive, and the end that says that it is the end.
      open.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (LockedFileException why) {
      throw refused(why);
    } catch (ZipException why) {
      throw new Refusal(
          IssueCode.COPY_NOT_WHOLE,
          file.toString(),
          "what is locked in it is no copy of a node: " + why.getMessage(),
          "Say which file with a backup in it.");
    }
  }

  private Refusal refused(LockedFileException why) {
    return switch (why.reason()) {
      case NO_LOCKED_FILE ->
          refusal(IssueCode.NO_BACKUP, why, "Say which file was made by parley backup.");
      case WRONG_PASSWORD ->
          refusal(IssueCode.BACKUP_NOT_OPENED, why, "Try the password of the day it was made.");
      case ALTERED ->
          refusal(IssueCode.BACKUP_ALTERED, why, "Use another backup; do not trust this one.");
      case CUT -> refusal(IssueCode.BACKUP_CUT, why, "Copy it again whole, or use another backup.");
    };
  }

  private Refusal refusal(IssueCode code, LockedFileException why, String remedy) {
    return new Refusal(code, file.toString(), String.valueOf(why.getMessage()), remedy);
  }
}
