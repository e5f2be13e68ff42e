package org.parley.couriers.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;

/// How parcels lie in the carried folder: `to/from/NUMBER-DIGEST.parcel`, and beside them
/// `manifest.txt`, which lists all that were ever written for this node, here or on another stick.
final class Stick {

  static final String MANIFEST = "manifest.txt";

  private Stick() {}

  /// A node as a folder's name; no node's name has an underscore.
  static String folder(NodeId node) {
    return node.party() + "_" + node.name();
  }

  static String file(long number, Digest digest) {
    return "%06d-%s.parcel".formatted(number, digest);
  }

  /// Writes a file so that it is there whole or not at all, even when the stick is pulled out.
  static void write(Path file, byte[] bytes) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}
