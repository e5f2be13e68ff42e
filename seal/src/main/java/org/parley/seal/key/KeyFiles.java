package org.parley.seal.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.duties.port.UnreachableException;
import org.parley.seal.Crypto;

/// Small files that must be whole or absent, and gone when they are destroyed.
///
/// @param folder readable by its owner only
record KeyFiles(Path folder) {

  private static final int LARGEST = 1 << 20;
  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

  /// Makes the folder where it is missing.
  static KeyFiles in(Path folder) {
    try {
      Files.createDirectories(folder);
      if (isPosix(folder) && !Files.getPosixFilePermissions(folder).equals(OWN)) {
        Files.setPosixFilePermissions(folder, OWN);
      }
      return new KeyFiles(folder);
    } catch (IOException why) {
      throw new UnreachableException("the key folder cannot be made", why);
    }
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  /// Returns once the file is forced to disk under its name.
  void write(String name, byte[] content) {
    Path file = folder.resolve(name);
    Path begun = folder.resolve(name + ".new");
    try {
      Files.deleteIfExists(begun);
      if (isPosix(folder)) {
        Files.createFile(
            begun,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(begun);
      }
      overwrite(begun, content);
      Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
      force();
    } catch (IOException why) {
      throw new UnreachableException("the key file " + name + " cannot be written", why);
    }
  }

  byte[] read(String name) {
    Path file = folder.resolve(name);
    try {
      if (Files.size(file) > LARGEST) {
        throw new UnreachableException("the key file " + name + " is far too large");
      }
      return Files.readAllBytes(file);
    } catch (IOException why) {
      throw new UnreachableException("the key file " + name + " cannot be read", why);
    }
  }

  /// Writes over the file before it is deleted. A disk that writes elsewhere than asked may keep
  /// what was there, wrapped as it is; that is said in the threat model.
  void destroy(String name) {
    Path file = folder.resolve(name);
    try {
      if (Files.exists(file)) {
        byte[] noise = new byte[(int) Math.min(Files.size(file), LARGEST)];
        Crypto.RANDOM.nextBytes(noise);
        overwrite(file, noise);
        Files.delete(file);
        force();
      }
    } catch (IOException why) {
      throw new UnreachableException("the key file " + name + " cannot be destroyed", why);
    }
  }

  List<String> names(String ending) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException why) {
      throw new UnreachableException("the key folder cannot be read", why);
    }
  }

  private static void overwrite(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private void force() throws IOException {
    if (isPosix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean isPosix(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
