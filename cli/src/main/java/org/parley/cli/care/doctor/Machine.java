package org.parley.cli.care.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.cli.care.copy.NodeFiles;

/// The ground a node stands on: Java, the disk, who may read its files.
final class Machine {

  private static final int LEAST_JAVA = 25;
  private static final long MIB = 1 << 20;
  private static final long FULL = 200 * MIB;
  private static final long TIGHT = 1024 * MIB;

  /// Whoever reads one of these reads what a State holds, or may speak in its name.
  private static final List<String> PRIVATE =
      List.of(
          "books.db",
          "books.db-wal",
          "people.db",
          "people.db-wal",
          "secret",
          "node.yaml",
          "node.properties",
          "keys",
          "keys/periods",
          "tls");

  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private Machine() {}

  static List<Finding> look(NodeFiles node) throws IOException {
    List<Finding> found = new ArrayList<>();
    found.add(java(Runtime.version()));
    found.addAll(permissions(node.folder()));
    found.add(space(node));
    return found;
  }

  static Finding java(Runtime.Version version) {
    return version.feature() < LEAST_JAVA
        ? Finding.now("java", "this is Java " + version, "Use a JDK 25 or newer: PARLEY_JAVA_HOME.")
        : Finding.well("java", version.toString());
  }

  private static List<Finding> permissions(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return List.of(Finding.note("files", "this disk does not say who may read what"));
    }
    List<Finding> found = new ArrayList<>();
    List<Path> files =
        Stream.concat(Stream.of(folder), PRIVATE.stream().map(folder::resolve))
            .filter(Files::exists)
            .toList();
    for (Path file : files) {
      String set = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
      boolean open = Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
      if (open) {
        String mode = Files.isDirectory(file) ? "700 " : "600 ";
        found.add(
            Finding.now("files", file + " is open to others: " + set, "chmod " + mode + file));
      } else if (!Files.isReadable(file) || !Files.isWritable(file)) {
        found.add(
            Finding.now(
                "files",
                file + " cannot be read and written by this user",
                "Run as the node's user, or give the file to it: chown."));
      }
    }
    return found.isEmpty()
        ? List.of(Finding.well("files", files.size() + " looked at, for their owner alone"))
        : found;
  }

  private static Finding space(NodeFiles node) throws IOException {
    FileStore store = Files.getFileStore(node.folder());
    long used = 0;
    for (String url : List.of(node.books(), node.people())) {
      used += NodeFiles.file(url).filter(Files::exists).map(Machine::size).orElse(0L);
    }
    return space(store.getUsableSpace(), used);
  }

  /// @param used what the databases take now
  static Finding space(long free, long used) {
    String says = "%d MiB free, the databases take %d MiB".formatted(free / MIB, used / MIB);
    if (free < FULL) {
      return Finding.now("disk", says, "Make room now: the node stops taking anything in.");
    }
    return free < TIGHT || free < 2 * used
        ? Finding.soon(
            "disk", says, "Make room: a migration or a restore needs twice the databases.")
        : Finding.well("disk", says);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }
}
