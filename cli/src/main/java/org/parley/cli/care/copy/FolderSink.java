package org.parley.cli.care.copy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the parts of a copy as files into a folder.
record FolderSink(Path folder) implements Sink {

  @Override
  public void part(String name, Writing writing) throws IOException, Refusal {
    Path file = folder.resolve(name);
    Path in = OwnFiles.folderOf(file);
    if (!Files.isDirectory(in)) {
      OwnFiles.makeFolder(in);
    }
    OwnFiles.make(file);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      writing.to(out);
    }
    OwnFiles.force(file);
  }
}
