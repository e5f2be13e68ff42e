package org.parley.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The files of this project as they lie in its folder, without what is built and without Git's own.
 */
final class ProjectFiles {
  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", "runtime", "parley-data", ".idea", ".vscode");

  private ProjectFiles() {}

  /** The project's folder: the nearest one upwards that holds HOUSE.md. */
  static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("HOUSE.md"))) {
        return at;
      }
    }
    throw new IllegalStateException("no HOUSE.md here or above " + Path.of("").toAbsolutePath());
  }

  /**
   * All files below the folder {@code under}, itself relative to the root, in a stable order; none
   * if absent.
   */
  static List<Path> below(String under) {
    Path start = root().resolve(under);
    if (!Files.exists(start)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(start, new Collector(found));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.stream().sorted().toList();
  }

  /** All Java sources in every module's {@code src/main/java} or {@code src/test/java}. */
  static List<Path> javaSources(String kind) {
    return below("").stream()
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> relative(file).contains("src/" + kind + "/java/"))
        .toList();
  }

  /** The path as a person writes it: from the root, with slashes. */
  static String relative(Path file) {
    return root().relativize(file.toAbsolutePath()).toString().replace('\\', '/');
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /**
   * The text of a file that may hold anything; empty for what is not text, which has a zero byte in
   * it.
   */
  static String textOrNothing(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return text.indexOf('\0') >= 0
          ? ""
          : new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    Collector(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = folder.getFileName().toString();
      boolean built = name.equals("target") && Files.exists(folder.resolveSibling("pom.xml"));
      boolean jdk = folder.equals(root().resolve("runtime"));
      return built || jdk || NOT_OURS.contains(name)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      // A work tree of Git has a file of this name instead of a folder.
      if (attributes.isRegularFile() && !NOT_OURS.contains(file.getFileName().toString())) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
