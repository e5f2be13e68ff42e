package org.parley.formats.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.formats.parley.Parsed;
import org.parley.formats.tree.Limits;

/// The library as a folder of files.
public final class FolderSource implements LibrarySource {

  private final Path root;

  public FolderSource(Path root) {
    this.root = root;
  }

  @Override
  public List<String> names() {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException("the library folder cannot be read: " + root, fault);
    }
  }

  @Override
  public Optional<byte[]> bytes(String name) {
    Path file = root.resolve(name).normalize();
    if (!file.startsWith(root.normalize()) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException fault) {
      throw new UncheckedIOException("a library file cannot be read: " + file, fault);
    }
  }

  @Override
  public Optional<Parsed> parsed(String name, Issues issues) {
    Optional<byte[]> bytes = bytes(name);
    if (bytes.isEmpty()) {
      issues.add(IssueCode.LIBRARY_ENTRY_MISSING, Place.of(name), "the library has no such file");
      return Optional.empty();
    }
    return Parsed.of(bytes.get(), name, Limits.DOCUMENT, issues);
  }
}
