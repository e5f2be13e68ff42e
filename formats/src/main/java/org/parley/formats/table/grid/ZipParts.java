package org.parley.formats.table.grid;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// The parts of a spreadsheet file that reading needs, unpacked within a limit: a small file can
/// unpack to any size.
final class ZipParts {

  /// How many bytes all parts together may have.
  static final int MOST_UNPACKED = 256 << 20;

  private final Map<String, byte[]> parts = new HashMap<>();

  private ZipParts() {}

  /// Unpacks the parts whose contents are cells, texts, styles or names.
  static ZipParts of(byte[] bytes) throws IOException {
    ZipParts all = new ZipParts();
    long left = MOST_UNPACKED;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().startsWith("xl/") && !entry.getName().contains("/media/")) {
          byte[] part = in.readNBytes((int) Math.min(left, Integer.MAX_VALUE - 8) + 1);
          left -= part.length;
          if (left < 0) {
            throw new ZipException("it unpacks to more than " + MOST_UNPACKED + " bytes");
          }
          all.parts.putIfAbsent(entry.getName(), part);
        }
      }
    }
    return all;
  }

  Optional<byte[]> find(String name) {
    return Optional.ofNullable(parts.get(name.startsWith("/") ? name.substring(1) : name));
  }
}
