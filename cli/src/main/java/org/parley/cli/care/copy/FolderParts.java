package org.parley.cli.care.copy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.parley.core.issue.IssueCode;

/// The parts of an export: files in a folder. Files that its list does not name are left alone.
record FolderParts(Path folder) implements Parts {

  @Override
  public void each(Taking taking) throws IOException, Refusal {
    Path list = folder.resolve(Manifest.NAME);
    if (!Files.isRegularFile(list) || Files.size(list) > Manifest.LIMITS.bytes()) {
      throw new Refusal(
          IssueCode.NO_BACKUP,
          folder.toString(),
          "there is no export: its " + Manifest.NAME + " is missing",
          "Say which folder was made by parley export.");
    }
    for (Manifest.Part part : Manifest.read(Files.readAllBytes(list)).parts()) {
      Path file = folder.resolve(part.name()).normalize();
      if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
        throw new Refusal(
            IssueCode.COPY_NOT_WHOLE,
            part.name(),
            "the file is missing",
            "Use another copy; this one is not whole.");
      }
      one(taking, part.name(), file);
    }
    one(taking, Manifest.NAME, list);
  }

  private static void one(Taking taking, String name, Path file) throws IOException, Refusal {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      taking.take(name, in);
    }
  }
}
